package org.wenda.channel.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.testng.Reporter;
import org.testng.annotations.AfterClass;
import org.testng.annotations.DataProvider;
import org.testng.annotations.Test;
import org.wenda.channel.Channel;
import org.wenda.demo.DemoBehaviour;
import org.wenda.demo.DemoCity;
import org.wenda.gallery.GalleryBot;
import org.wenda.gallery.GalleryPage;
import org.wenda.gallery.GallerySite;
import org.wenda.gallery.Kind;
import org.wenda.gallery.Tempo;
import org.wenda.transcript.Feature;
import org.wenda.transcript.Trait;

/** What a chatbot's window offers, seen on the demonstration city and on kits that nobody here wrote. */
@Test(groups = "engine")
public final class FeaturesIT {
    private static final List<Feature> NOTHING = List.of();

    private final DemoCity city = DemoCity.start(DemoBehaviour.standard().withPace(0.3));
    private final GallerySite site = GallerySite.start(Tempo.BRISK);
    private final Conversation talk = new Conversation();

    @AfterClass(alwaysRun = true)
    void stop() {
        talk.close();
        site.close();
        city.close();
    }

    @DataProvider
    Object[][] kits() {
        return new Object[][] {
            {
                GalleryPage.CHATUI_FETCH,
                Kind.CONTROLS,
                Set.of(Trait.WELCOME, Trait.RECOMMENDED_QUESTIONS, Trait.RATING_ANSWER, Trait.REGENERATE)
            },
            {
                GalleryPage.CHATUI_EVENT_SOURCE,
                Kind.THINKING,
                Set.of(Trait.WELCOME, Trait.RECOMMENDED_QUESTIONS, Trait.REASONING_FOLDABLE)
            },
            {GalleryPage.SEMI, Kind.IMMEDIATE, Set.of(Trait.WELCOME, Trait.FILE_OR_PICTURE_INPUT)},
            {GalleryPage.CLOSED_SHADOW, Kind.IMMEDIATE, Set.of(Trait.WELCOME)},
            {GalleryPage.CHATSCOPE, Kind.IMMEDIATE, Set.of(Trait.WELCOME)},
            {GalleryPage.CHAT_WIDGET, Kind.IMMEDIATE, Set.of(Trait.WELCOME)},
            {GalleryPage.N8N, Kind.IMMEDIATE, Set.of(Trait.WELCOME)},
            {GalleryPage.DEEPCHAT_PLAIN, Kind.IMMEDIATE, Set.of(Trait.WELCOME)},
            {GalleryPage.WEBCHAT_POLLING, Kind.IMMEDIATE, Set.of()},
        };
    }

    @Test(dataProvider = "kits")
    public void seesWhatAKitOffersAndNoMore(GalleryPage page, Kind kind, Set<Trait> traits) {
        String question = GalleryBot.questions(Set.of(kind), 1).get(0);

        assertThat(traits(seen(site.page(page), question))).as(page.name()).isEqualTo(traits);
    }

    @Test
    public void seesWhatTheDemonstrationCityOffers() {
        List<Feature> features = seen(city.address(), "购买自住住房贷款怎么申请？");

        assertThat(features)
                .contains(
                        new Feature(Trait.VOICE_INPUT, Feature.INPUT, "语音"),
                        new Feature(Trait.INPUT_HINTS, Feature.INPUT, "购买自住住房贷款需要什么条件？"),
                        new Feature(Trait.HAND_OVER, Feature.PAGE, "转人工"),
                        new Feature(Trait.HISTORY, Feature.PAGE, "历史"),
                        new Feature(Trait.REASONING_FOLDABLE, Feature.ANSWER, "已深度思考（用时 1 秒）"));
        assertThat(traits(features))
                .containsExactlyInAnyOrder(
                        Trait.WELCOME,
                        Trait.HOT_QUESTIONS,
                        Trait.RECOMMENDED_QUESTIONS,
                        Trait.VOICE_INPUT,
                        Trait.INPUT_HINTS,
                        Trait.HAND_OVER,
                        Trait.HISTORY,
                        Trait.DISCLAIMER,
                        Trait.AI_LABEL,
                        Trait.REASONING_FOLDABLE,
                        Trait.RATING_ANSWER,
                        Trait.REGENERATE);
    }

    @Test
    public void seesEveryTraitThatAWindowCanShow() {
        List<Feature> features = seen(page(""), "补领身份证");

        // The rest is told by the replies: stop, sources, reasoning.
        EnumSet<Trait> all = EnumSet.allOf(Trait.class);
        all.removeAll(Set.of(Trait.STOP, Trait.SOURCES, Trait.REASONING_SHOWN));
        assertThat(traits(features)).isEqualTo(all);
        assertThat(features)
                .contains(
                        new Feature(Trait.VOICE_INPUT, Feature.INPUT, "#icon-mic"),
                        new Feature(Trait.INPUT_HINTS, Feature.INPUT, "补领身份证要什么材料 · 补领身份证去哪里"),
                        new Feature(Trait.CARDS, Feature.ANSWER, "居民身份证补领 · 查看指南"),
                        new Feature(Trait.READ_ALOUD, Feature.ANSWER, "朗读"));
    }

    @Test
    public void takesNoWordsOfAnAnswerForAControl() {
        assertThat(seen(page("words"), "补领身份证")).isEqualTo(NOTHING);
    }

    private List<Feature> seen(URI page, String question) {
        talk.open(page);
        List<Feature> features = new ArrayList<>(look(Channel.Stage.OPENING));
        talk.channel.ask(question, new Channel.Moments() {
            @Override
            public void beforeSending() {
                features.addAll(look(Channel.Stage.TYPED));
            }

            @Override
            public void afterReply() {}
        });
        features.addAll(look(Channel.Stage.END));
        features.forEach(feature -> Reporter.log("  " + feature, true));
        return features;
    }

    private List<Feature> look(Channel.Stage stage) {
        long began = System.nanoTime();
        List<Feature> features = talk.channel.features(stage);
        double millis = (System.nanoTime() - began) / 1e6;
        Reporter.log(String.format(Locale.ROOT, "look at %s: %.1f ms", stage, millis), true);
        return features;
    }

    private static Set<Trait> traits(List<Feature> features) {
        return features.stream()
                .map(Feature::trait)
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Trait.class)));
    }

    private static URI page(String manner) {
        try {
            URI file = Objects.requireNonNull(FeaturesIT.class.getResource("features.html"))
                    .toURI();
            return URI.create(file + "#" + manner);
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
