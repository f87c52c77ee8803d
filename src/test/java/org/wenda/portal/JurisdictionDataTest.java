package org.wenda.portal;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.testng.annotations.Test;

/** The jurisdictions that come with Wenda. */
public final class JurisdictionDataTest {
    private static final Path HOME = Path.of("");

    @Test
    public void haveNoProblems() {
        assertThat(JurisdictionLint.check(HOME)).isEmpty();
    }

    @Test
    public void areTheReportsRegions() {
        Map<Level, Map<Region, Long>> counts =
                all().stream().collect(groupingBy(Jurisdiction::level, groupingBy(Jurisdiction::region, counting())));

        assertThat(counts)
                .isEqualTo(Map.of(
                        Level.PROVINCE, Map.of(Region.EAST, 10L, Region.CENTRAL, 9L, Region.WEST, 13L),
                        Level.CITY, Map.of(Region.EAST, 11L, Region.CENTRAL, 10L, Region.WEST, 11L),
                        Level.DEMO, Map.of(Region.DEMO, 1L)));
    }

    @Test
    public void areTheReportsNames() {
        assertThat(names(Level.PROVINCE, Region.EAST))
                .containsExactlyInAnyOrder("北京", "天津", "河北", "上海", "江苏", "浙江", "福建", "山东", "广东", "海南");
        assertThat(names(Level.PROVINCE, Region.CENTRAL))
                .containsExactlyInAnyOrder("山西", "安徽", "江西", "河南", "湖北", "湖南", "辽宁", "吉林", "黑龙江");
        assertThat(names(Level.PROVINCE, Region.WEST))
                .containsExactlyInAnyOrder(
                        "内蒙古", "广西", "重庆", "四川", "贵州", "云南", "西藏", "陕西", "甘肃", "青海", "宁夏", "新疆", "新疆生产建设兵团");
        assertThat(names(Level.CITY, Region.EAST))
                .containsExactlyInAnyOrder("广州", "深圳", "济南", "青岛", "南京", "杭州", "宁波", "福州", "厦门", "石家庄", "海口");
        assertThat(names(Level.CITY, Region.CENTRAL))
                .containsExactlyInAnyOrder("武汉", "长沙", "郑州", "合肥", "南昌", "太原", "沈阳", "大连", "长春", "哈尔滨");
        assertThat(names(Level.CITY, Region.WEST))
                .containsExactlyInAnyOrder("成都", "西安", "呼和浩特", "贵阳", "昆明", "拉萨", "兰州", "西宁", "银川", "乌鲁木齐", "南宁");
    }

    @Test
    public void claimNothingToBeChecked() {
        assertThat(all().stream().flatMap(JurisdictionDataTest::provenances))
                .hasSizeGreaterThan(200)
                .noneMatch(Provenance::isVerified)
                .allMatch(provenance -> !provenance.source().isBlank());
    }

    @Test
    public void keepAllAddressesThatSourcesGive() {
        assertThat(Jurisdictions.in(HOME).byId("hebei").web())
                .extracting(web -> web.url().getHost())
                .containsExactly("zwfw.hebei.gov.cn", "www.hebzwfw.gov.cn", "www.hbzwfw.gov.cn", "www.hebei.gov.cn");
    }

    @Test
    public void knowOnlyTheMainSiteWhereNoServiceSiteIsKnown() {
        assertThat(all())
                .filteredOn(jurisdiction ->
                        jurisdiction.web().stream().noneMatch(web -> web.kind() == WebAddress.Kind.SERVICE))
                .extracting(Jurisdiction::name)
                .containsExactlyInAnyOrder("拉萨", "西安", "西宁");
    }

    @Test
    public void nameARegionCodeWhereACityLivesOnItsProvincesSite() {
        assertThat(all())
                .filteredOn(jurisdiction -> jurisdiction.regionCode() != null)
                .extracting(jurisdiction -> jurisdiction.name() + jurisdiction.regionCode())
                .containsExactlyInAnyOrder(
                        "杭州330100",
                        "宁波330200",
                        "福州350100",
                        "厦门350200",
                        "广州440100",
                        "深圳440300",
                        "海口460100",
                        "沈阳210100",
                        "长春220100",
                        "武汉420100",
                        "长沙430100",
                        "呼和浩特150100",
                        "贵阳520100",
                        "昆明530100",
                        "兰州620100",
                        "银川640100",
                        "乌鲁木齐650100",
                        "成都510100");
    }

    @Test
    public void nameOnlyAppIdsThatWereFound() {
        assertThat(all().stream()
                        .flatMap(jurisdiction -> jurisdiction.apps().stream())
                        .map(App::android)
                        .filter(Objects::nonNull)
                        .distinct())
                .containsExactlyInAnyOrder(
                        "city.yanshi.app",
                        "mobi.w3studio.apps.android.shsmy.phone",
                        "com.hanweb.android.zhejiang.activity",
                        "com.hanweb.android.sdzwfw.activity",
                        "com.hanweb.android.hubei.activity",
                        "com.digitalgd.dgyss",
                        "com.pingan.smt",
                        "com.iflytek.moap",
                        "com.epoint.mobileframe.wssb.qinghai");
    }

    @Test
    public void areFoundByTheirChineseNameToo() {
        assertThat(Jurisdictions.in(HOME).byId("陕西").id()).isEqualTo("shaanxi");
    }

    @Test
    public void includeTheDemonstrationCity() {
        Target demo = Targets.of(Jurisdictions.in(HOME).byId("demo"), Platform.WEB);

        assertThat(demo.id()).isEqualTo("demo-web");
        assertThat(demo.name()).isEqualTo("演示市");
        assertThat(Targets.isDemo(Objects.requireNonNull(demo.address()))).isTrue();
    }

    private static List<Jurisdiction> all() {
        return Jurisdictions.in(HOME).all();
    }

    private static List<String> names(Level level, Region region) {
        return all().stream()
                .filter(jurisdiction -> jurisdiction.level() == level && jurisdiction.region() == region)
                .map(Jurisdiction::name)
                .collect(Collectors.toList());
    }

    private static Stream<Provenance> provenances(Jurisdiction jurisdiction) {
        Stream<Provenance> lists = Stream.concat(
                jurisdiction.web().stream().map(WebAddress::provenance),
                jurisdiction.apps().stream().map(App::provenance));
        Stream<Provenance> singles = Stream.concat(
                Stream.ofNullable(jurisdiction.regionCodeProvenance()),
                Stream.ofNullable(jurisdiction.chatbot()).map(Jurisdiction.ChatbotName::provenance));
        return Stream.concat(lists, singles);
    }
}
