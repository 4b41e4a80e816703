"""Words that invented people are made of."""

from typing import Final

FREQUENT_SURNAMES: Final = (
    "王李张刘陈杨黄赵吴周徐孙马朱胡郭何林高罗郑梁谢宋唐许邓冯韩曹曾彭萧蔡潘田董袁"
    "于余叶蒋杜苏魏程吕丁沈任姚卢傅钟姜崔谭廖范汪陆金石戴贾韦夏邱方侯邹熊孟秦白江"
    "阎薛尹段雷黎史龙陶贺顾毛郝龚邵万"
)
RARE_SURNAMES: Final = tuple(
    "欧阳 上官 司马 诸葛 尉迟 长孙 令狐 皇甫 单 仇 区 解 查 朴 翟 盖 "
    "缪 覃 乐 佟 宓 逄 亓 郗 冼 阚 麦 谌 褚".split()
)
MENS: Final = (
    "建国 建军 志强 国庆 文杰 子轩 浩然 俊杰 伟民 德明 永福 海涛 志远 明辉 "
    "家豪 宇航 振华 立新 光明 学文 少华 长青 跃进 红兵 卫东 春生 秋实 天佑 "
    "思源 嘉树 承志 景行 怀瑾 修远 泽宇 一鸣 致远 鹏程 立群 守仁"
).split()
WOMENS: Final = (
    "秀英 桂兰 淑珍 玉梅 丽华 晓敏 雪梅 雅琴 婷婷 欣怡 诗涵 梓萱 美玲 春燕 "
    "秋菊 冬梅 慧芳 静怡 文静 思琪 佳音 若兰 婉清 采薇 知夏 乐瑶 可欣 月娥 "
    "凤霞 素贞 巧云 小满 如意 清扬 映雪 念慈 安宁 芷若 羽彤 语桐"
).split()
RARE: Final = ("𬱖", "㛃", "䶮", "𠅤", "𫍽", "喆", "堃", "翀", "珺", "旻")
DOTTED_FIRST: Final = tuple(
    "阿卜杜拉 艾克拜尔 玛依拉 迪丽热 布合力其 古丽努尔 帕提古丽 巴特尔 其木格 叶尔兰".split()
)
DOTTED_LAST: Final = tuple(
    "买买提 吐尔逊 阿不力孜 艾力 亚森 托合提 依明 苏和 那顺 胡安别克".split()
)
AREAS: Final = tuple(f"演示社区{part}" for part in ("一区", "二区", "三区", "四区", "南苑", "北苑"))
SKILLS: Final = tuple(
    "书法 急救 手语 摄影 英语 理发 电脑维修 心理疏导 法律咨询 水电维修 "
    "普通话讲解 合唱 太极拳 烘焙 剪纸 无人机 文字编辑 儿童照护".split()
)
LANGUAGES: Final = tuple("普通话 粤语 闽南语 英语 日语 维吾尔语 手语".split())
STREETS: Final = tuple("1栋201室 3栋1单元402室 7号楼15层 12栋303室 老街26号".split())
