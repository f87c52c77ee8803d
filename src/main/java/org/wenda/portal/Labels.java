package org.wenda.portal;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The Chinese words of the files and what they mean to the program. */
final class Labels {
    static final Map<String, Level> LEVELS = Map.of("省级", Level.PROVINCE, "重点城市", Level.CITY, "演示", Level.DEMO);

    static final Map<String, Region> REGIONS =
            Map.of("东部", Region.EAST, "中部", Region.CENTRAL, "西部", Region.WEST, "演示", Region.DEMO);

    static final Map<String, WebAddress.Kind> ADDRESSES =
            Map.of("政务服务网", WebAddress.Kind.SERVICE, "门户网站", WebAddress.Kind.MAIN);

    private Labels() {}

    static <E> E meaning(Map<String, E> labels, String label) {
        @Nullable E meaning = labels.get(label);
        if (meaning == null) {
            throw new IllegalStateException("the schema accepts '" + label + "', the program does not");
        }
        return meaning;
    }
}
