package org.vigia.screening.identity;

import java.util.List;

/**
 * Chinese names run into the words around them. What stands in the same run before or behind a name must be words that
 * leave it as it is: {@code 盐酸麻黄碱} is the hydrochloride of ephedrine, but {@code 二甲苯} is not toluene.
 */
final class ChineseContext {

    private static final List<String> NEUTRAL = List.of(
            "盐酸盐", "硫酸盐", "盐酸", "硫酸", "磷酸", "枸橼酸", "酒石酸", "富马酸", "马来酸", "草酸", "氢溴酸", "水合物", "一水", "无水", "溶液", "水溶液",
            "晶体", "粉末", "粉", "油", "盐", "工业级", "工业", "医药级", "试剂级", "试剂", "分析纯", "化学纯", "高纯", "精制", "液体", "固体", "原料",
            "原料药", "中间体", "化工", "化学品", "供应", "厂家", "现货", "的", "和", "及其", "或");

    private ChineseContext() {}

    static boolean isWhole(Words text, int from, int to) {
        int before = from;
        while (before > 0 && touches(text, before) && text.get(before - 1).isChinese()) {
            before--;
        }
        int after = to;
        while (after < text.size() && touches(text, after) && text.get(after).isChinese()) {
            after++;
        }
        return isNeutral(text, before, from) && isNeutral(text, to, after);
    }

    private static boolean touches(Words text, int at) {
        return text.get(at).start() == text.get(at - 1).end();
    }

    private static boolean isNeutral(Words text, int from, int to) {
        String rest = from == to ? "" : text.written(from, to);
        while (!rest.isEmpty()) {
            String tail = rest;
            String word = NEUTRAL.stream().filter(tail::startsWith).findFirst().orElse("");
            if (word.isEmpty()) {
                return false;
            }
            rest = rest.substring(word.length());
        }
        return true;
    }
}
