/** Surnames of two characters; the server masks names by the same list. */
const COMPOUND = new Set(
  ('欧阳 司马 上官 诸葛 夏侯 东方 皇甫 尉迟 公孙 慕容 长孙 宇文 司徒 司空 令狐 端木 南宫 闻人 赫连 澹台 轩辕 百里 呼延 拓跋 独孤 万俟 公羊 申屠 钟离 鲜于 闾丘 '
    + '濮阳 太史 宗政 淳于 单于 第五 完颜 东郭 西门 南门 左丘 梁丘').split(' '),
)

/** `陈志远` → `陈`, `欧阳建国` → `欧阳`: what stands before 医生 when one speaks of somebody. */
export function surnameOf(name: string): string {
  return name.length > 2 && COMPOUND.has(name.slice(0, 2)) ? name.slice(0, 2) : name.slice(0, 1)
}
