package org.clientele.portal.screen;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.clientele.engine.check.CheckState;
import org.clientele.engine.model.Reason;
import org.clientele.engine.model.UnavailableResult;
import org.clientele.plugin.AsOfMode;
import org.clientele.plugin.RefusedProblem;
import org.clientele.plugin.code.FailureCause;
import org.clientele.plugin.code.Health;
import org.clientele.plugin.code.Piece;
import org.clientele.plugin.code.PluginFailure;
import org.clientele.portal.overview.PeriodChoice;
import org.clientele.segment.PortalSnapshot;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Models and checks of a jar that is compiled here and installed: whatever their code does, it costs them alone. */
class FailingCodeTest {
    private CodePortal portal;

    @BeforeEach
    void start() {
        portal = CodePortal.still();
    }

    @AfterEach
    void stop() throws Exception {
        portal.close();
    }

    static Stream<Arguments> badModels() {
        return Stream.of(
                bad("throw new IllegalStateException(\"no rates\");", FailureCause.THREW),
                bad("throw new StackOverflowError();", FailureCause.THREW),
                bad("throw new NoClassDefFoundError(\"com/example/Gone\");", FailureCause.THREW),
                bad("long[][] much = new long[Integer.MAX_VALUE][]; return null;", FailureCause.THREW),
                bad(
                        "for (;;) { if (input.isCancelled()) { throw new CallCancelledException(); } }",
                        FailureCause.TIMED_OUT),
                bad("return null;", FailureCause.WRONG_RESULT),
                bad("ModelOutput o = ModelOutput.of(input); o.put(0, 7); return o;", FailureCause.WRONG_RESULT),
                bad(
                        "ModelOutput o = ModelOutput.of(input); o.put(input.size(), 0); return o;",
                        FailureCause.WRONG_RESULT),
                bad("ModelOutput o = ModelOutput.of(input); o.reason(\"other\"); return o;", FailureCause.WRONG_RESULT),
                bad(
                        "ModelOutput o = ModelOutput.of(input);"
                                + " o.reason(\"spent\", Cells.of(Cells.Kind.NUMBER, 1.0)); return o;",
                        FailureCause.WRONG_RESULT),
                bad(
                        "ModelOutput o = ModelOutput.of(input);"
                                + " for (;;) { o.reason(\"spent\", Cells.field(\"monetary\")); }",
                        FailureCause.WRONG_RESULT));
    }

    static Stream<Arguments> badChecks() {
        return Stream.of(
                bad("throw new UnsupportedOperationException();", FailureCause.THREW),
                bad("throw new AssertionError(\"never\");", FailureCause.THREW),
                bad("for (;;) { input.checkCancelled(); }", FailureCause.TIMED_OUT),
                bad("return null;", FailureCause.WRONG_RESULT),
                bad("CheckOutput o = CheckOutput.of(input); o.gap(99); return o;", FailureCause.WRONG_RESULT),
                bad("return CheckOutput.of(input, \"nothing\");", FailureCause.WRONG_RESULT));
    }

    private static Arguments bad(String body, FailureCause cause) {
        return Arguments.of(body, cause);
    }

    @Test
    void shouldComputeWhatSoundCodeComputes() {
        portal.enable(CodeJar.sound());

        PortalSnapshot snapshot = portal.compute();

        assertThat(snapshot.model("habit").counts()).containsExactly(0, 2);
        assertThat(snapshot.checks()
                        .result("shelves")
                        .customers(CheckState.NOT_MET)
                        .cardinality())
                .isOne();
        assertThat(portal.failures()).isEmpty();
        assertThat(portal.plugins.health.of("kiosk").isGood()).isTrue();
    }

    @ParameterizedTest
    @MethodSource("badModels")
    void shouldCostABadModelItselfAlone(String body, FailureCause cause) {
        portal.enable(CodeJar.sound().model(body));

        PortalSnapshot snapshot = portal.compute();

        assertThat(snapshot.model("habit"))
                .isInstanceOfSatisfying(UnavailableResult.class, result -> assertThat(result.counts())
                        .containsExactly(0, 0));
        assertThat(snapshot.model("spend").counts()).containsExactly(0, 2);
        assertThat(snapshot.checks().find("shelves")).isPresent();
        assertThat(portal.overview.page("kiosk", PeriodChoice.USUAL).tiles())
                .as("the other tiles stay")
                .hasSize(3);
        assertFailedAs(Piece.Kind.MODEL, "habit", cause);
    }

    @ParameterizedTest
    @MethodSource("badChecks")
    void shouldCostABadCheckItselfAlone(String body, FailureCause cause) {
        portal.enable(CodeJar.sound().check(body));

        PortalSnapshot snapshot = portal.compute();

        assertThat(snapshot.checks().find("shelves")).isEmpty();
        assertThat(snapshot.checks().find("city_known")).isPresent();
        assertThat(snapshot.model("habit").counts()).containsExactly(0, 2);
        assertFailedAs(Piece.Kind.CHECK, "shelves", cause);
    }

    @Test
    void shouldShowAMissingValueWhereAReasonHoldsNoNumber() {
        portal.enable(CodeJar.sound().model("""
                ModelOutput output = ModelOutput.of(input);
                double[] nonsense = new double[input.size()];
                Arrays.fill(nonsense, Double.NaN);
                nonsense[0] = Double.POSITIVE_INFINITY;
                int why = output.reason("spent", Cells.of(Cells.Kind.MONEY, nonsense));
                for (int row = 0; row < input.size(); row++) { output.put(row, 0, why); }
                return output;
                """));

        PortalSnapshot snapshot = portal.compute();

        assertThat(snapshot.model("habit").counts()).containsExactly(2, 0);
        assertThat(List.of(0, 1)).allSatisfy(row -> {
            Reason.Note note =
                    Objects.requireNonNull(snapshot.model("habit").reason(row).note());
            assertThat(note.parts())
                    .singleElement()
                    .satisfies(part -> assertThat(part.value().isMissing()).isTrue());
        });
        assertThat(portal.failures()).isEmpty();
    }

    @Test
    void shouldDisableThePluginOnItsFifthFailureAndReportItReadably() {
        portal.enable(CodeJar.sound().model("throw new IllegalStateException(\"Anna Li has no rate\");"));

        for (int i = 0; portal.isEnabled() && i < 5; i++) {
            computeIfThere();
        }
        CodePortal.await(() -> !portal.isEnabled());

        Health health = portal.plugins.health.of("kiosk");
        assertThat(health.disabledAt()).isNotNull();
        assertThat(health.isGood()).isFalse();
        PluginFailure failure = portal.failures().getFirst();
        assertThat(failure.piece()).isEqualTo(new Piece("kiosk", Piece.Kind.MODEL, "habit"));
        assertThat(failure.version()).isEqualTo("1.0.0");
        assertThat(failure.detail())
                .startsWith("java.lang.IllegalStateException")
                .doesNotContain("Anna");
        assertThat(failure.place()).contains("com.example.kiosk.Habit.compute(Habit.java:");
        assertThat(failure.place().lines()).hasSizeLessThanOrEqualTo(20);
        assertThat(portal.plugins.audit.actions()).anyMatch(action -> action.contains("kiosk"));
    }

    @Test
    void shouldLetAnEnabledPluginBeginAnew() {
        portal.enable(CodeJar.sound().check("throw new IllegalStateException();"));
        for (int i = 0; portal.isEnabled() && i < 5; i++) {
            computeIfThere();
        }
        CodePortal.await(() -> !portal.isEnabled());

        portal.install(CodeJar.sound().version("1.0.1"));
        portal.plugins.service.enable("kiosk", "CNY", AsOfMode.TODAY, null);

        assertThat(portal.compute().checks().find("shelves")).isPresent();
        assertThat(portal.plugins.health.of("kiosk").isGood()).isTrue();
        assertThat(portal.failures()).as("what was remains to be read").hasSize(5);
    }

    @Test
    void shouldNotCountFailuresOfLongAgo() {
        portal.enable(CodeJar.sound().model("throw new IllegalStateException();"));
        for (int i = 0; i < 4; i++) {
            computeIfThere();
        }
        assertThat(portal.failures()).hasSize(4);

        portal.plugins.clock.forward(Duration.ofMinutes(11));
        computeIfThere();

        assertThat(portal.plugins.health.of("kiosk").recent()).isLessThan(5);
        assertThat(portal.isEnabled()).isTrue();
    }

    @Test
    void shouldRefuseAComponentOfThePluginsOwnAndARoute() {
        assertRefused(CodeJar.sound().type("Own", "public class Own extends Div {}"), "Own", "Div");
        assertRefused(
                CodeJar.sound().type("Page", "@com.vaadin.flow.router.Route(\"mine\") public class Page {}"),
                "Page",
                "Route");
        assertRefused(
                CodeJar.sound().screen("return new Span() {};"), "Board$1", "com.vaadin.flow.component.html.Span");
    }

    private void assertRefused(CodeJar jar, String... words) {
        assertThatThrownBy(() -> portal.install(jar))
                .isInstanceOf(RefusedProblem.class)
                .message()
                .contains(words);
    }

    /** A check is asked once for a snapshot, a model when it is made. */
    private void computeIfThere() {
        if (portal.isEnabled()) {
            portal.compute().checks().find("shelves");
        }
    }

    private void assertFailedAs(Piece.Kind kind, String id, FailureCause cause) {
        assertThat(portal.failures()).isNotEmpty().allSatisfy(failure -> {
            assertThat(failure.piece()).isEqualTo(new Piece("kiosk", kind, id));
            assertThat(failure.cause()).isEqualTo(cause);
        });
        assertThat(portal.isEnabled()).isTrue();
    }
}
