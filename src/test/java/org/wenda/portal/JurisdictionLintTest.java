package org.wenda.portal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.testng.annotations.BeforeMethod;
import org.testng.annotations.Test;
import org.wenda.words.InputException;
import org.wenda.words.Lang;

public final class JurisdictionLintTest {
    private static final String PROVINCE = """
            schemaVersion: 1
            id: zhejiang
            name: 浙江
            nameEn: Zhejiang
            level: 省级
            region: 东部
            web:
              - kind: 政务服务网
                url: https://zwfw.example/
                source: somebody
            """;

    private Path home = Path.of("");

    @BeforeMethod
    public void makeHome() throws IOException {
        home = Files.createTempDirectory("home");
        Files.createDirectories(home.resolve("scenarios/jurisdictions"));
        write("zhejiang", PROVINCE);
    }

    @Test
    public void acceptsAJurisdictionWithoutAnAddress() throws IOException {
        write("nowhere", PROVINCE.substring(0, PROVINCE.indexOf("web:")).replace("zhejiang", "nowhere"));

        assertThat(lint(Lang.EN)).isEmpty();
        assertThat(Targets.of(Jurisdictions.in(home).byId("nowhere"), Platform.WEB)
                        .address())
                .isNull();
    }

    @Test
    public void reportsEveryProblemOfEveryFileAtOnce() throws IOException {
        write("hangzhou", """
                schemaVersion: 1
                id: hangzou
                name: 杭州
                nameEn: Hangzhou
                level: 重点城市
                region: 演示
                parent: zhejian
                regionCode:
                  code: 330100
                  source: GB
                  checked: 2026-02-30
                web:
                  - kind: 服务网
                    url: www.hangzhou.gov.cn
                    source: somebody
                  - kind: 门户网站
                    url: https://a_b:x/
                    source: somebody
                  - kind: 门户网站
                    url: demo:/
                apps:
                  - name: 浙里办
                    android: zheliban
                    source: ''
                """);

        assertThat(lint(Lang.EN)).isEqualTo(golden("one-file", Lang.EN));
        assertThat(lint(Lang.ZH)).isEqualTo(golden("one-file", Lang.ZH));
    }

    @Test
    public void sharesAHostOnlyWithinAProvinceAndByRegionCode() throws IOException {
        write("hangzhou", city("hangzhou", "zhejiang", ""));
        write("ningbo", city("ningbo", "zhejiang", "regionCode: {code: '330100', source: x}\n"));
        write("wenzhou", city("wenzhou", "zhejiang", "regionCode: {code: '330100', source: x}\n"));
        write("xian", city("xian", "hangzhou", "regionCode: {code: '610100', source: x}\n"));
        write("fujian", PROVINCE.replace("zhejiang", "fujian"));

        assertThat(lint(Lang.EN)).isEqualTo(golden("shared-hosts", Lang.EN));
        assertThat(lint(Lang.ZH)).isEqualTo(golden("shared-hosts", Lang.ZH));
    }

    @Test
    public void namesTheNearestOfAnUnknownId() {
        assertThatThrownBy(() -> Jurisdictions.in(home).byId("zejiang"))
                .isInstanceOf(InputException.class)
                .hasMessage("zejiang: There is no jurisdiction of this id or Chinese name. Near: zhejiang. The 1 known"
                        + " ids are the file names in " + home + "/scenarios/jurisdictions.");
        assertThatThrownBy(() -> Jurisdictions.in(home).byId("亚特兰蒂斯"))
                .isInstanceOf(InputException.class)
                .hasMessage("亚特兰蒂斯: There is no jurisdiction of this id or Chinese name. The 1 known ids are the file"
                        + " names in " + home
                        + "/scenarios/jurisdictions. To ask an address that has no file, type it whole: https://...");
    }

    private static String city(String id, String parent, String more) {
        return PROVINCE.replace("zhejiang", id).replace("省级", "重点城市") + "parent: " + parent + "\n" + more;
    }

    private void write(String id, String text) throws IOException {
        Files.writeString(home.resolve("scenarios/jurisdictions/" + id + ".yaml"), text);
    }

    private List<String> lint(Lang lang) {
        return JurisdictionLint.check(home).stream()
                .map(problem -> problem.in(lang).replace(home + "/", ""))
                .collect(Collectors.toList());
    }

    /** Returns the lines that a person would see, from {@code NAME.lint.LANGUAGE.txt}. */
    private List<String> golden(String name, Lang lang) throws IOException {
        String file = name + ".lint." + lang.locale().getLanguage() + ".txt";
        try (var in = Objects.requireNonNull(JurisdictionLintTest.class.getResourceAsStream(file), file)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().collect(Collectors.toList());
        }
    }
}
