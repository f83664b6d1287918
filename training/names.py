"""Draws people's names: Latin ones are copied, Chinese ones written in pinyin."""

from random import Random

from training.numbers import Both, Draw

_LATIN = """
Lily Emma Olivia Ava Sophia Mia Chloe Zoe Ella Grace Hannah Abby Maddie Kayla Brooke Paige
Ashley Tiffany Megan Amber Heather Courtney Jasmine Destiny Aaliyah Keisha Tanya Maria Sofia
Camila Lucia Valentina Priya Anjali Fatima Aisha Yuki Sakura Mina Linh Ngoc Ingrid Freya Elena
Katya Zara Nina Liam Noah Ethan Mason Logan Lucas Jackson Aiden Caleb Tyler Brandon Dylan Austin
Cody Kyle Chad Brad Derek Kevin Jason Ryan Justin Sean Connor Evan Ian Owen Gavin Wyatt Hunter
Cooper Jayden Malik Jamal Darnell DeShawn Carlos Diego Mateo Javier Luis Raj Arjun Omar Ahmed
Hiroshi Kenji Minh Lars Sven Ivan Nate Zach Josh Matt Nick Alex Sam Chris Jamie Taylor Jordan
Casey Riley Morgan Jess Becky Steph Liz Kate Jen Amy Ben Dan Jake Max Leo Finn Theo Hugo Otis
Ruby Ivy Hazel Luna Nova Coco Kiki Momo Yoyo Vivian Cindy Wendy Fiona Joyce Eva Ray Eric Leon
Winnie Karen Debbie Earl Gary Doug Hank Rosie Peggy
""".split()
_SURNAMES = """
王Wang 李Li 张Zhang 刘Liu 陈Chen 杨Yang 赵Zhao 黄Huang 周Zhou 吴Wu 徐Xu 孙Sun 胡Hu 朱Zhu 高Gao
林Lin 何He 郭Guo 马Ma 罗Luo 梁Liang 宋Song 郑Zheng 谢Xie 韩Han 唐Tang 冯Feng 于Yu 董Dong 程Cheng
曹Cao 袁Yuan 邓Deng 许Xu 沈Shen 曾Zeng 彭Peng 吕Lü 苏Su 蒋Jiang 蔡Cai 贾Jia 丁Ding 魏Wei 薛Xue
叶Ye 潘Pan 方Fang 钱Qian
""".split()
_GIVEN = """
伟wei 芳fang 娜na 敏min 静jing 丽li 强qiang 磊lei 军jun 洋yang 勇yong 艳yan 杰jie 娟juan 涛tao
明ming 超chao 兰lan 霞xia 平ping 刚gang 英ying 华hua 玉yu 红hong 梅mei 美mei 雪xue 雨yu 云yun
月yue 星xing 晨chen 阳yang 天tian 宇yu 浩hao 轩xuan 博bo 文wen 志zhi 建jian 国guo 东dong 海hai
江jiang 峰feng 飞fei 龙long 鹏peng 波bo 斌bin 凯kai 俊jun 佳jia 嘉jia 怡yi 欣xin 琪qi 琳lin 婷ting
莉li 萍ping 慧hui 洁jie 晓xiao 倩qian 蕾lei 薇wei 雅ya 诗shi 梦meng 思si 子zi 一yi 安an 宁ning 乐le
可ke 心xin 然ran 悦yue 萌meng 甜tian 圆yuan 冰bing 青qing 春chun 秋qiu 林lin 木mu 山shan 石shi
豆dou 果guo 桃tao 橙cheng
""".split()


def latin(target: str, chance: Random) -> Both:
    """A name in Latin letters, the same on both sides; now and then as it is typed in a hurry."""
    name = chance.choice(_LATIN)
    if chance.random() < 0.1:
        name = name.lower()
    elif chance.random() < 0.1:
        name += str(chance.randint(1, 99))
    return name, name


def chinese(target: str, chance: Random) -> Both:
    """A given name, a full name, or what friends make of it, in characters and in pinyin."""
    family, family_en = _cut(chance.choice(_SURNAMES))
    one, two = _cut(chance.choice(_GIVEN)), _cut(chance.choice(_GIVEN))
    shapes = (
        (f"小{one[0]}", f"Xiao{one[1]}"),
        (one[0] * 2, f"{one[1]}{one[1]}".capitalize()),
        (f"{family}{one[0]}", f"{family_en} {one[1].capitalize()}"),
        (f"{family}{one[0]}{two[0]}", f"{family_en} {(one[1] + two[1]).capitalize()}"),
        (one[0] + two[0], (one[1] + two[1]).capitalize()),
        (f"老{family}", f"Lao {family_en}"),
        (f"小{family}", f"Xiao {family_en}"),
    )
    return chance.choices(shapes, (4, 2, 3, 3, 3, 1, 1))[0]


def _cut(entry: str) -> Both:
    return entry[0], entry[1:]


def person(target: str, chance: Random) -> Both:
    """Anybody. Characters cannot be guessed from pinyin, so that stays as it is typed."""
    if chance.random() < 0.5:
        return latin(target, chance)
    zh, en = chinese(target, chance)
    return (zh, en) if target == "en" else (en, en)


KINDS: dict[str, Draw] = {"name": person, "latin": latin}
