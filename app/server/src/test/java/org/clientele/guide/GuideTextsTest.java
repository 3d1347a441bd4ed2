package org.clientele.guide;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Locale;
import org.clientele.access.ForbiddenProblem;
import org.clientele.access.Role;
import org.clientele.access.TestRights;
import org.clientele.common.Problem;
import org.clientele.common.persistence.TestDatabase;
import org.clientele.guide.persistence.GuideTextDao;
import org.clientele.plugin.DefinitionBuilder;
import org.clientele.plugin.Vertical;
import org.clientele.plugin.VerticalFixture;
import org.clientele.plugins.api.GuideDefinition;
import org.clientele.plugins.api.VerticalDefinition;
import org.clientele.segment.ShopPortal;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class GuideTextsTest {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-02-01T08:00:00Z"), ZoneOffset.UTC);
    private static final GuideText OURS = new GuideText("Asks the price first.", "Name the price.\nThen the use.");

    private ShopPortal portal;
    private GuideTexts texts;

    @BeforeEach
    void start() {
        portal = ShopPortal.power(TestDatabase.Kind.HSQLDB);
        texts = new GuideTexts(
                new GuideTextDao(portal.database.jdbi()),
                portal.verticals,
                portal.rights,
                portal.audit,
                portal.announcements,
                CLOCK);
    }

    @AfterEach
    void stop() throws Exception {
        portal.close();
    }

    @Test
    void shouldApplyWhatWasWrittenInItsLanguageOnly() {
        texts.write(
                "shop",
                "slow",
                Locale.ENGLISH,
                new GuideText(" Asks the price first. ", "Name the price.\n\n Then the use."));

        assertThat(texts.written("shop", Locale.UK)).containsOnlyKeys("slow").containsEntry("slow", OURS);
        assertThat(texts.written("shop", Locale.SIMPLIFIED_CHINESE)).isEmpty();
    }

    @Test
    void shouldRecordWhoChangedWhatAndKeepEveryVersion() {
        texts.write("shop", "slow", Locale.ENGLISH, OURS);
        texts.reset("shop", "slow", Locale.ENGLISH);

        assertThat(texts.written("shop", Locale.ENGLISH)).isEmpty();
        assertThat(texts.history("shop", "slow", Locale.ENGLISH))
                .extracting(GuideVersion::text)
                .containsExactly(null, OURS);
        assertThat(portal.audit.actions())
                .filteredOn(action -> action.startsWith("guide.text"))
                .hasSize(2);
    }

    @Test
    void shouldTakeThePluginsOwnTextAsGoingBack() {
        GuideText plugins = GuideTexts.ofPlugin(portal.vertical, "slow", Locale.ENGLISH);
        texts.write("shop", "slow", Locale.ENGLISH, OURS);
        texts.write("shop", "slow", Locale.ENGLISH, plugins);
        texts.write("shop", "slow", Locale.ENGLISH, plugins);

        assertThat(texts.written("shop", Locale.ENGLISH)).isEmpty();
        assertThat(texts.history("shop", "slow", Locale.ENGLISH))
                .as("writing the same again is no version")
                .hasSize(2);
    }

    @Test
    void shouldRefuseWhatSaysNothingOrTooMuch() {
        assertThatThrownBy(() -> texts.write("shop", "slow", Locale.ENGLISH, new GuideText("  ", "Do.")))
                .isInstanceOf(Problem.class)
                .hasMessageContaining("guide.problem.empty");
        assertThatThrownBy(() -> texts.write("shop", "slow", Locale.ENGLISH, new GuideText("Signs", "\n \n")))
                .hasMessageContaining("guide.problem.empty");
        assertThatThrownBy(() -> texts.write("shop", "slow", Locale.ENGLISH, new GuideText("x".repeat(1_001), "Do.")))
                .hasMessageContaining("guide.problem.long");
        assertThatThrownBy(() -> texts.write("shop", "nobody", Locale.ENGLISH, OURS))
                .hasMessageContaining("guide.problem.gone");
    }

    @ParameterizedTest
    @EnumSource(
            value = Role.class,
            names = {"MANAGER", "STAFF"})
    void shouldLetOnlyConsultantsWordGuides(Role role) {
        texts.write("shop", "slow", Locale.ENGLISH, OURS);
        portal.rights.become(TestRights.of(role).user());

        assertThat(texts.mayWrite("shop")).isFalse();
        assertThat(texts.written("shop", Locale.ENGLISH)).containsEntry("slow", OURS);
        assertThatThrownBy(() -> texts.write("shop", "slow", Locale.ENGLISH, OURS))
                .isInstanceOf(ForbiddenProblem.class);
        assertThatThrownBy(() -> texts.reset("shop", "slow", Locale.ENGLISH)).isInstanceOf(ForbiddenProblem.class);
        assertThatThrownBy(() -> texts.history("shop", "slow", Locale.ENGLISH)).isInstanceOf(ForbiddenProblem.class);
    }

    /** The new version has the same guide with other words, and has given up another one. */
    @Test
    void shouldSurviveAnUpgradeOfThePlugin() {
        texts.write("shop", "slow", Locale.ENGLISH, OURS);
        texts.write("shop", "silent", Locale.ENGLISH, OURS);
        VerticalDefinition now = portal.vertical.definition();
        VerticalDefinition next = DefinitionBuilder.like(now)
                .guides(now.guides().stream()
                        .filter(guide -> !guide.id().equals("silent"))
                        .toArray(GuideDefinition[]::new))
                .build();
        Vertical upgraded = VerticalFixture.upgrade(portal.database, portal.verticals, next);
        GuideTexts after = new GuideTexts(
                new GuideTextDao(portal.database.jdbi()),
                VerticalFixture.verticals(upgraded),
                portal.rights,
                portal.audit,
                portal.announcements,
                CLOCK);

        assertThat(after.written("shop", Locale.ENGLISH)).containsEntry("slow", OURS);
        assertThatThrownBy(() -> after.write("shop", "silent", Locale.ENGLISH, OURS))
                .hasMessageContaining("guide.problem.gone");
    }
}
