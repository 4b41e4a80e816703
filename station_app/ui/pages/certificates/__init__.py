"""The page Certificates."""

from station_app.ui.pages.certificates.page import CertificatesPage

__all__ = ["CertificatesPage"]
