"""The bundle: a slice of the journal and its rows as one file that survives a stick.

A Data Package v2 in a zip (`practice-bundle/1`), so that it is opened, checked and read with stock
tools. `write.write_bundle` builds, verifies and hands over; `read.inspect` and `read.opened` read.
"""
