package org.clientele.segment.ui;

import static com.github.mvysny.kaributesting.v10.LocatorJ._assertNone;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.button.Button;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.clientele.common.Announcements;
import org.clientele.common.persistence.TestDatabase;
import org.clientele.common.ui.TestUi;
import org.clientele.engine.column.Value;
import org.clientele.engine.model.Reason;
import org.clientele.engine.model.Reason.Note;
import org.clientele.frontend.Banner;
import org.clientele.plugin.Vertical;
import org.clientele.plugin.ui.TestNavigation;
import org.clientele.plugins.api.Texts;
import org.clientele.segment.Segments;
import org.clientele.segment.ShopDefinition;
import org.clientele.segment.ShopPortal;
import org.clientele.segment.ShopPortal.Purchase;
import org.clientele.segment.TestAnswers;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CustomModelViewTest {
    private static final LocalDate DAY = LocalDate.of(2026, 1, 31);

    private final TestAnswers answers = new TestAnswers();
    private ShopPortal portal;

    @BeforeEach
    void start() {
        portal = ShopPortal.answered(TestDatabase.Kind.HSQLDB, ShopDefinition.withCustom(), answers);
        portal.purchases(List.of(new Purchase("anna", DAY, 1_000), new Purchase("ben", DAY, 500)));
    }

    @AfterEach
    void stop() throws Exception {
        TestUi.stop();
        portal.close();
    }

    @Test
    void shouldShowTheSegmentsThatTheCodeFound() {
        SegmentsView view = open(Locale.ENGLISH, "habit");

        assertThat(view.getElement().getTextRecursively()).contains("regular", "occasional", "100.0%");
        _assertNone(Button.class, spec -> spec.withText("Open the studio"));
    }

    @Test
    void shouldSayWhyAModelCouldNotBeComputedAndShowTheOthers() {
        answers.fail(true);
        portal.snapshots.reload("shop");

        open(Locale.ENGLISH, "habit");
        assertThat(_get(Banner.class).getElement().getTextRecursively())
                .contains("could not be computed: the plugin’s code took too long", "as they were stored last");

        open(Locale.SIMPLIFIED_CHINESE, "habit");
        assertThat(_get(Banner.class).getElement().getTextRecursively()).contains("插件代码运行超时");

        assertThat(open(Locale.ENGLISH, "pyramid").getElement().getTextRecursively())
                .contains("platinum");
    }

    @Test
    void shouldPutTheReasonIntoThePluginsWords() {
        Texts.Bundles texts = new Texts.Bundles(Map.of(
                "en",
                Map.of("model.habit.reason.often", "came {0} times, spent {1}, {2} of it here in {3}, {7} $1"),
                "zh-CN",
                Map.of("model.habit.reason.often", "来过{0}次")));
        Vertical shop = new ReasonVertical(portal.vertical, texts).vertical();
        Reason reason = new Reason(
                "habit",
                "regular",
                List.of(),
                true,
                null,
                new Note(
                        "often",
                        List.of(
                                new Note.Part("frequency", new Value.Whole(12)),
                                new Note.Part(Note.Part.MONEY, new Value.Decimal(12.5)),
                                new Note.Part(Note.Part.SHARE, new Value.Decimal(0.25)),
                                new Note.Part(Note.Part.DAYS, new Value.Whole(3)))));

        assertThat(new ReasonText(shop, Locale.ENGLISH).sentence(reason))
                .isEqualTo("Came 12 times, spent $12.50, 25% of it here in 3 days, – $1.");
        assertThat(new ReasonText(shop, Locale.SIMPLIFIED_CHINESE).sentence(reason))
                .isEqualTo("来过12次。");
        assertThat(new ReasonText(shop, Locale.ENGLISH).sentence(new Reason("habit", null, List.of(), false, null)))
                .contains("no segment");
    }

    /** The vertical with other texts. */
    private record ReasonVertical(Vertical base, Texts.Bundles texts) {
        Vertical vertical() {
            return new Vertical(
                    base.id(),
                    base.key(),
                    base.currency(),
                    base.asOfMode(),
                    base.asOfDate(),
                    base.definition(),
                    texts,
                    base.tables());
        }
    }

    private SegmentsView open(Locale locale, String model) {
        TestUi.stop();
        TestUi.start(locale);
        Segments segments = new Segments(portal.snapshots, portal.overrides, portal.rights);
        SegmentsView view = new SegmentsView(
                portal.verticals,
                portal.rights,
                new Announcements(),
                segments,
                portal.lifetimes(),
                portal.studies(),
                portal.uses,
                portal.versions,
                portal.studio,
                portal.ownModels);
        TestNavigation.open(view, "shop", "v/shop/segments?model=" + model);
        return view;
    }
}
