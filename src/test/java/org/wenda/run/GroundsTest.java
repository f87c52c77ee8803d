package org.wenda.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.testng.annotations.Test;
import org.wenda.evidence.RunRecord;
import org.wenda.link.Matter;
import org.wenda.link.Site;
import org.wenda.portal.Jurisdiction;
import org.wenda.portal.Level;
import org.wenda.portal.Provenance;
import org.wenda.portal.Region;
import org.wenda.portal.WebAddress;

public final class GroundsTest {
    private final Map<String, Jurisdiction> known = Map.of(
            "yunze", jurisdiction("yunze", "jiangzhou", "https://www.yunze.gov.cn/"),
            "jiangzhou", jurisdiction("jiangzhou", null, "https://zwfw.jiangzhou.gov.cn/portal"));
    private final Grounds grounds = new Grounds(id -> Optional.ofNullable(known.get(id)));

    @Test
    public void countsTheProvincesHostsAsTheCitysOwn() {
        Site site = grounds.site("yunze-web", URI.create("https://Chat.Yunze.gov.cn/bot"));

        assertThat(site.hosts())
                .containsExactlyInAnyOrder("chat.yunze.gov.cn", "www.yunze.gov.cn", "zwfw.jiangzhou.gov.cn");
        assertThat(site.loopback()).isFalse();
    }

    @Test
    public void doesNotCountACitysHostsAsTheProvinces() {
        assertThat(grounds.site("jiangzhou-mobile", null).hosts()).containsExactly("zwfw.jiangzhou.gov.cn");
    }

    @Test
    public void knowsAnAddressWithoutAFileByItsHostOnly() {
        Site site = grounds.site("127.0.0.1-web", URI.create("http://127.0.0.1:8080/"));

        assertThat(site).isEqualTo(new Site(Set.of("127.0.0.1"), true));
    }

    @Test
    public void comparesNothingWithWhatIsAboutNothing() {
        assertThat(Grounds.matter(scenario("nonsense"))).isEqualTo(Matter.NONE);
        assertThat(Grounds.matter(scenario("vague"))).isEqualTo(Matter.NONE);
        assertThat(Grounds.matter(scenario("greeting"))).isEqualTo(Matter.NONE);
        assertThat(Grounds.matter(scenario("service"))).isEqualTo(new Matter("社会保障卡申领", List.of()));
    }

    private static RunRecord.PlannedScenario scenario(String kind) {
        return new RunRecord.PlannedScenario("card", "社会保障卡申领", "social security card", kind, List.of("opening"));
    }

    private static Jurisdiction jurisdiction(String id, @Nullable String parent, String url) {
        WebAddress address = new WebAddress(
                WebAddress.Kind.SERVICE, URI.create(url), new Provenance("made up for this test", null), null);
        Level level = parent == null ? Level.PROVINCE : Level.CITY;
        return new Jurisdiction(id, id, id, level, Region.EAST, parent, null, List.of(address), List.of(), null, null);
    }
}
