"""Is a number a plain number here? A price, an amount, a time, a date, a telephone number."""

import re

_NEAR = 24
"""So many characters on either side decide."""

_UNITS = """
块 元 圆 角 毛 刀 镑 欧 美金 美元 日元 欧元 港币 人民币 元钱 米 克 斤 吨 升 亩 度 瓦 寸 尺 码
公里 公斤 公分 厘米 毫米 毫升 平米 平方 天 日 号 月 年 周年 岁 秒 小时 分 分钟 刻钟 点钟 点半
届 期 季 集 章 页 行代码 字 条 名 位 个 只 匹 件 套 张 份 封 本 册 部 台 辆 架 艘 座 栋 幢 层
楼 间 室 房 户 家店 家公司 口人 瓶 杯 盒 箱 袋 枝 根 颗 粒 朵 棵 株 次 回 遍 趟 轮 班 路 站 线
款 种 类 级 倍 折 票 余 万 亿 千 百 人次 人份 国道 省道 房间 会议室 办公室 教室 包邮 起步 rmb
cny usd km kg mb gb ml cm mm kb hz kw mah px mg
"""
_AFTER = re.compile(
    r" ?(?:[%‰°℃]|多?(?:"
    + "|".join(sorted(set(_UNITS.split()), key=len, reverse=True))
    + r")|人(?![生家间们民设品气类工心])|点(?=\s|[到开出前后集见左]|$))"
)
# Words that begin like a unit: 996天天加班, 520回家过.
_NO_UNIT = re.compile(
    r" ?(?:天[啊呐哪呀天]|分[手开享]|月亮|年轻|日子|名[字校师牌]|位置|个屁|条件|点赞|度过|"
    r"回[家来去到]|部门|线[上下]|路[上过]|只[能要有是会]|本[来人]|套路|元[旦宵]|室友|期[待间末]|升级|根本|轮到|级别|集合|百度)"
)
_ENGLISH_UNITS = (
    "people|persons?|men|women|children|kids|guests|employees|students|users|followers|"
    "am|pm|a\\.m|p\\.m|st|nd|rd|th|percent|per|x|million|billion|thousand|hundred|feet|foot|sq|"
    "bucks?|grand|k|euros?|yuan|kuai"
)
# 520 rooms are counted; a 996 company and its 996 workers are not.
_PLURAL = re.compile(
    r"[ -](?!(?:is|was|this|has|as|us|yes|always|its|vs|guys|bros|means|thanks|workers|companies|"
    r"jobs|schedules|bosses|programmers|developers|memes|vibes|cultures)\b)[a-z]{2,}s\b"
)
_ENGLISH_AFTER = re.compile(rf" ?(?:{_ENGLISH_UNITS})\b")
_SIGN_BEFORE = re.compile(r"(?:[¥￥$€£₩#№+×*/=-]|\d[.,:/~-]|[\d.] ?[+×*/=]) ?$")
_SIGN_AFTER = re.compile(r" ?(?:[.,:/~-]\d|[+×*/=÷] ?\d)|\^")
_NAMED_BEFORE = re.compile(
    r"(?:第|[这那每一][件双条杯瓶张部台碗份只辆套]\w{1,4}|[前后末][一二三四五六两几]位|编号|代号|尾号|单号|号码|密码|电话|手机|房间|房号|车牌|学号|工号|番号|邮编|页码|总共|一共|合计|共计|满|减|月薪|"
    r"年薪|工资|房租|价格|价|单价|卖|售|收费|花了|花费|才花|付了|身高|体重|分数|考了|得了|欠|赚了|亏了|大概|大约|将近|超过|"
    r"不到|至少|最多|只要|仅需)(?:是|为|有|才|要|了|:|：)? ?$"
)
_ENGLISH_BEFORE = re.compile(
    r"\b(?:room|rooms|page|flight|bus|route|highway|number|no\.|nr\.?|chapter|gate|unit|apartment|apt|"
    r"suite|floor|extension|ext|year|size|model|area|code|pin|only|exactly|nearly|almost|over|under|"
    r"than|least|most|costs?|paid|pays?|spent|spend|price|priced|worth|owes?|scored|channel|platform|"
    r"terminal|line|block|building|section|bmw|boeing|porsche|peugeot)(?: is| was|:)? ?$"
)
_GROUPS = re.compile(r"(?<!\d)\d+(?:[ -]\d+)+")
PHONE_DIGITS = 8
"""Groups of digits with so many in all are a telephone number, not words."""


def nearby(text: str, start: int, end: int) -> tuple[str, int, int]:
    """The part of a text that decides about `start:end`, and where that stands in it."""
    first = max(0, start - _NEAR)
    return text[first : end + _NEAR], start - first, end - first


def is_figure(text: str, start: int, end: int) -> bool:
    """Whether the digits at `start:end` of what is `nearby` are part of a price, an amount, a time,
    a date, a decimal, a room, a telephone number: no message of love in 520元."""
    before, after = text[:start], text[end:]
    if _SIGN_BEFORE.search(before) or _SIGN_AFTER.match(after):
        return True
    if _AFTER.match(after) and not _NO_UNIT.match(after):
        return True
    if _ENGLISH_AFTER.match(after) or _PLURAL.match(after):
        return True
    if _NAMED_BEFORE.search(before) or _ENGLISH_BEFORE.search(before):
        return True
    return _in_groups(text, start, end)


def _in_groups(text: str, start: int, end: int) -> bool:
    """138 5201 3140 is a telephone number, 520 1314 is not, nor is 666 666 666."""
    for found in _GROUPS.finditer(text):
        if found.start() <= start and end <= found.end():
            groups = re.split("[ -]", found[0])
            digits = sum(map(len, groups))
            return len(set(groups)) > 1 and (digits >= PHONE_DIGITS or "-" in found[0])
    return False
