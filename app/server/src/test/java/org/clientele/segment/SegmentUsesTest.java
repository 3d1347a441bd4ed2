package org.clientele.segment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.clientele.access.Grant;
import org.clientele.access.Role;
import org.clientele.access.TestRights;
import org.clientele.common.Problem;
import org.clientele.common.persistence.TestDatabase;
import org.clientele.plugins.api.ModelDefinition;
import org.clientele.plugins.api.SegmentDefinition;
import org.clientele.plugins.api.Texts;
import org.clientele.plugins.api.VerticalDefinition;
import org.clientele.segment.SegmentUse.Kind;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource(TestDatabase.Kind.class)
class SegmentUsesTest {
    private static final String CYCLE = "life_cycle";

    private final ShopPortal portal;

    SegmentUsesTest(TestDatabase.Kind kind) {
        portal = ShopPortal.of(kind, shop(), new Texts.Bundles(Map.of("en", Map.of(), "zh-CN", Map.of())));
    }

    /** The shop with labels that look at the stages of the life cycle. */
    private static VerticalDefinition shop() {
        VerticalDefinition shop = ShopDefinition.shop();
        List<ModelDefinition> models = new ArrayList<>(shop.models());
        models.add(new ModelDefinition.Rules(
                "care",
                List.of(new SegmentDefinition("call", null)),
                null,
                ModelDefinition.Rules.Match.ALL,
                List.of(new ModelDefinition.Rule(
                        "call", "changed_from(segment_life_cycle, \"growing\", 30) || recency > 10", null)),
                null));
        return shop.withModels(models);
    }

    @AfterEach
    void close() throws Exception {
        portal.close();
    }

    @Test
    void shouldFindWhatTheDefinitionUsesASegmentFor() {
        assertThat(portal.uses.of("shop", CYCLE))
                .extracting(use -> use.segment().segment() + " " + use.kind() + " " + use.subject())
                .containsExactly(
                        "growing MODEL care", "new STRATEGY 0", "new TREATMENT_ORDER new", "lapsed TILE lapsed");
        assertThat(portal.uses.of("shop", "rfm")).isEmpty();
    }

    @Test
    void shouldFindSavedViewsAndTellOfThoseOfOthersToConsultantsOnly() {
        signIn("li", Role.STAFF);
        portal.views.save(portal.vertical, "Theirs", "f=segment_life_cycle%3Ain%3Anew%2Clapsed");
        signIn("wang", Role.CONSULTANT);
        portal.views.save(portal.vertical, "Gone quiet", "set=was%3Alife_cycle%402%3Adeclining%3A2026-01-01");
        portal.views.save(portal.vertical, "Written", "when=segment_life_cycle%20%3D%3D%20%22mature%22");
        portal.views.save(portal.vertical, "Other", "f=segment_pyramid:eq:lead&q=mature");

        assertThat(views())
                .containsExactly(
                        "mature VIEW Written",
                        "new VIEW_OF_OTHERS li",
                        "declining VIEW Gone quiet",
                        "lapsed VIEW_OF_OTHERS li");
        signIn("zhao", Role.MANAGER);
        assertThat(views()).isEmpty();
    }

    private List<String> views() {
        return portal.uses.of("shop", CYCLE).stream()
                .filter(use -> use.kind() == Kind.VIEW || use.kind() == Kind.VIEW_OF_OTHERS)
                .map(use -> use.segment().segment() + " " + use.kind() + " " + use.subject())
                .toList();
    }

    @Test
    void shouldFindVersionsToComeAndDrafts() {
        Instant tomorrow = portal.clock.instant().plus(Duration.ofDays(1));
        portal.versions.publish("shop", care("segment_life_cycle == \"declining\""), "later", tomorrow, 1, 0);
        portal.versions.save("shop", care("segment_life_cycle == \"mature\""), 0);

        assertThat(portal.uses.of("shop", CYCLE))
                .filteredOn(use -> use.subject().equals("care"))
                .extracting(use -> use.segment().segment() + " " + use.kind())
                .containsExactlyInAnyOrder("growing MODEL", "declining MODEL_WAITING", "mature MODEL_DRAFT");
        assertThatThrownBy(() -> portal.versions.publish("shop", without("declining"), "fewer", null, 1, 0))
                .isInstanceOf(Problem.class);
    }

    private static ModelChange care(String when) {
        return new ModelChange.Rules("care", List.of(new ModelDefinition.Rule("call", when, null)), null);
    }

    @Test
    void shouldTellWhenAViewWasLastOpened() {
        signIn("li", Role.STAFF);
        portal.views.save(portal.vertical, "New ones", "f=segment_life_cycle%3Ain%3Anew");
        assertThat(view().lastUsed()).isNull();

        portal.views.opened(portal.vertical, portal.views.all(portal.vertical).getFirst());

        assertThat(view().lastUsed()).isEqualTo(LocalDate.now(portal.clock));
    }

    private SegmentUse view() {
        return portal.uses.of("shop", CYCLE).stream()
                .filter(use -> use.kind() == Kind.VIEW)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void shouldRefuseToPublishWhatLeavesNobodyAWayIntoAUsedSegment() {
        ModelChange change = without("lapsed");
        assertThat(portal.uses.lost("shop", change))
                .extracting(SegmentUse::kind)
                .containsExactly(Kind.TILE);
        assertThatThrownBy(() -> portal.versions.publish("shop", change, "fewer", null, 1, 0))
                .isInstanceOfSatisfying(Problem.class, problem -> {
                    assertThat(problem.key()).isEqualTo("segment.problem.in-use");
                    assertThat(problem.arguments()).containsExactly("lapsed", 1);
                });
        assertThat(portal.versions.history("shop", CYCLE)).hasSize(1);
    }

    @Test
    void shouldPublishOnceAModelThatUsedTheSegmentDoesWithoutIt() {
        assertThatThrownBy(() -> portal.versions.publish("shop", without("growing"), "fewer", null, 1, 0))
                .isInstanceOf(Problem.class);
        portal.versions.publish(
                "shop",
                new ModelChange.Rules("care", List.of(new ModelDefinition.Rule("call", "recency > 10", null)), null),
                "simpler",
                null,
                1,
                0);
        portal.versions.publish("shop", without("growing"), "fewer", null, 1, 0);
        assertThat(portal.versions.history("shop", CYCLE)).hasSize(2);
    }

    @Test
    void shouldNotHoldUpWhatMerelyLetsAStrategyFallSilent() {
        assertThat(portal.uses.lost("shop", without("new"))).hasSize(2).noneMatch(SegmentUse::breaks);
        portal.versions.publish("shop", without("new"), "no newcomers", null, 1, 0);
        assertThat(portal.versions.history("shop", CYCLE)).hasSize(2);
    }

    private ModelChange without(String segment) {
        ModelDefinition.LifeCycle model = (ModelDefinition.LifeCycle)
                Objects.requireNonNull(portal.vertical.definition().model(CYCLE));
        return new ModelChange.LifeCycle(
                CYCLE,
                model.parameters(),
                model.stages().stream()
                        .filter(stage -> !stage.segment().equals(segment))
                        .toList());
    }

    private void signIn(String login, Role role) {
        long id = portal.database.jdbi().withHandle(h -> h.createUpdate("""
                        INSERT INTO app_user (login, display_name, active, created_at)
                        VALUES (:login, :login, TRUE, CURRENT_TIMESTAMP)
                        """)
                .bind("login", login)
                .executeAndReturnGeneratedKeys("id")
                .mapTo(Long.class)
                .one());
        portal.rights.become(TestRights.user(id, new Grant(role, Grant.EVERYWHERE)));
    }
}
