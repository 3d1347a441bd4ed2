package org.clientele.segment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.clientele.access.ForbiddenProblem;
import org.clientele.access.Grant;
import org.clientele.access.Role;
import org.clientele.access.TestRights;
import org.clientele.common.Problem;
import org.clientele.common.persistence.TestDatabase;
import org.clientele.plugins.api.ModelDefinition;
import org.clientele.plugins.api.ModelDefinition.Tiers.Method;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource(TestDatabase.Kind.class)
class ModelOverridesTest {
    private final ShopPortal portal;

    ModelOverridesTest(TestDatabase.Kind kind) {
        portal = ShopPortal.empty(kind);
    }

    @AfterEach
    void close() throws Exception {
        portal.close();
    }

    @Test
    void shouldApplyTheNewestVersionAndGoBackToThePlugin() {
        publish(new ModelChange.Tiers("pyramid", "monetary", Method.FIXED, List.of(300.0, 200.0, 100.0)));
        publish(new ModelChange.Tiers("pyramid", "monetary", Method.FIXED, List.of(30.0, 20.0, 10.0)));
        assertThat(borders()).containsExactly(30.0, 20.0, 10.0);
        assertThat(portal.overrides.isChanged(portal.vertical, "pyramid")).isTrue();

        portal.versions.rollBack("shop", "pyramid", 1, "back");
        assertThat(borders()).containsExactly(0.01, 0.04, 0.15);
        assertThat(portal.overrides.isChanged(portal.vertical, "pyramid")).isFalse();
        assertThat(portal.audit.actions()).hasSize(3);
    }

    @Test
    void shouldKeepLabelsWeightsAndCutPoints() {
        ModelDefinition.Rfm plugin = rfm();
        List<List<String>> grid = new ArrayList<>(plugin.grid());
        grid.set(0, List.of("lost", "lost", "lost", "lost", "lost"));
        publish(new ModelChange.Rfm(
                "rfm",
                "recency",
                "frequency",
                "monetary",
                List.of(30.0, 60.0, 90.0, 180.0),
                List.of(),
                List.of(),
                List.of(2.0, 1.0, 1.0),
                grid));
        assertThat(rfm().grid()).isEqualTo(grid);
        assertThat(rfm().recencyCuts()).containsExactly(30.0, 60.0, 90.0, 180.0);
        assertThat(rfm().weights()).containsExactly(2.0, 1.0, 1.0);
    }

    @Test
    void shouldRefuseWhatDoesNotFit() {
        ModelChange.Rfm plugin = ModelChange.Rfm.of(rfm());
        refused(
                new ModelChange.Tiers("pyramid", "monetary", Method.FIXED, List.of(1.0, 2.0, 3.0)),
                "segment.problem.borders-descending");
        refused(
                new ModelChange.Tiers("pyramid", "monetary", Method.PERCENTILE, List.of(0.5, 0.4, 0.2)),
                "segment.problem.borders-percentile");
        refused(
                new ModelChange.Tiers("pyramid", "monetary", Method.CUMULATIVE, List.of(0.5, 0.4, 0.9)),
                "segment.problem.borders-cumulative");
        refused(
                new ModelChange.Tiers("pyramid", "monetary", Method.FIXED, List.of(1.0)),
                "segment.problem.borders-count");
        refused(
                new ModelChange.Tiers("life_cycle", "monetary", Method.FIXED, List.of(1.0)),
                "segment.problem.not-changeable");
        refused(new ModelChange.Tiers("nothing", "monetary", Method.FIXED, List.of(1.0)), "segment.problem.no-model");
        refused(
                new ModelChange.Rfm(
                        "rfm",
                        "recency",
                        "frequency",
                        "monetary",
                        List.of(1.0, 1.0, 2.0, 3.0),
                        List.of(),
                        List.of(),
                        List.of(),
                        plugin.grid()),
                "segment.problem.cuts");
        refused(
                new ModelChange.Rfm(
                        "rfm",
                        "recency",
                        "frequency",
                        "monetary",
                        List.of(),
                        List.of(),
                        List.of(),
                        List.of(1.0, 0.0, 1.0),
                        plugin.grid()),
                "segment.problem.weights");
        refused(
                new ModelChange.Rfm(
                        "rfm",
                        "recency",
                        "frequency",
                        "monetary",
                        List.of(),
                        List.of(),
                        List.of(),
                        List.of(),
                        plugin.grid().subList(0, 4)),
                "segment.problem.grid");
        assertThat(portal.audit.actions()).isEmpty();
    }

    @Test
    void shouldRefuseManagers() {
        portal.rights.become(TestRights.user(2, new Grant(Role.MANAGER, Grant.EVERYWHERE)));
        assertThatThrownBy(() ->
                        publish(new ModelChange.Tiers("pyramid", "monetary", Method.FIXED, List.of(3.0, 2.0, 1.0))))
                .isInstanceOf(ForbiddenProblem.class);
    }

    private void publish(ModelChange change) {
        int newest = portal.versions.history("shop", change.model()).getFirst().number();
        portal.versions.publish("shop", change, "why", null, newest, 0);
    }

    private void refused(ModelChange change, String key) {
        assertThatThrownBy(() -> publish(change))
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.key()).isEqualTo(key));
    }

    private List<Double> borders() {
        return ((ModelDefinition.Tiers) model("pyramid")).borders();
    }

    private ModelDefinition.Rfm rfm() {
        return (ModelDefinition.Rfm) model("rfm");
    }

    private ModelDefinition model(String id) {
        return portal.overrides.effective(portal.vertical).definition().models().stream()
                .filter(model -> model.id().equals(id))
                .findFirst()
                .orElseThrow();
    }
}
