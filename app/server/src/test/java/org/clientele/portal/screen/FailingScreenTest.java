package org.clientele.portal.screen;

import static com.github.mvysny.kaributesting.v10.LocatorJ._assertNone;
import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.mvysny.kaributesting.v10.MockVaadin;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.server.ErrorEvent;
import java.util.stream.Stream;
import org.clientele.access.Grant;
import org.clientele.access.Role;
import org.clientele.access.TestRights;
import org.clientele.frontend.Skeleton;
import org.clientele.plugin.AsOfMode;
import org.clientele.plugin.code.FailureCause;
import org.clientele.plugin.code.Piece;
import org.clientele.plugin.code.PluginFailure;
import org.clientele.segment.RecomputeCause;
import org.clientele.segment.SnapshotChanged;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Screens of a jar that is compiled here and installed: whatever their code does, it costs them alone. */
class FailingScreenTest {
    private static final String RELEASE = "clientele.test.release";
    private static final String UNTIL_RELEASED =
            "while (!Boolean.getBoolean(\"" + RELEASE + "\")) { Thread.onSpinWait(); } ";

    private CodePortal portal;

    @BeforeEach
    void start() {
        System.clearProperty(RELEASE);
        portal = CodePortal.still();
    }

    @AfterEach
    void stop() throws Exception {
        System.setProperty(RELEASE, "true");
        portal.close();
        System.clearProperty(RELEASE);
    }

    static Stream<Arguments> badScreens() {
        return Stream.of(
                Arguments.of("throw new IllegalStateException(\"no board\");", FailureCause.THREW),
                Arguments.of("throw new StackOverflowError();", FailureCause.THREW),
                Arguments.of("throw new AssertionError();", FailureCause.THREW),
                Arguments.of(
                        "for (;;) { Thread.onSpinWait();"
                                + " if (Thread.currentThread().isInterrupted()) { return new Span(\"late\"); } }",
                        FailureCause.TIMED_OUT),
                Arguments.of("return null;", FailureCause.WRONG_RESULT),
                Arguments.of("Span inner = new Span(\"x\"); new Div(inner); return inner;", FailureCause.WRONG_RESULT),
                Arguments.of(
                        "Div all = new Div(); for (int i = 0; i < 101; i++) { Div row = new Div(); all.add(row);"
                                + " for (int j = 0; j < 100; j++) { row.add(new Span()); } } return all;",
                        FailureCause.TOO_LARGE),
                Arguments.of("return new Span(\"x\".repeat(2_000_000));", FailureCause.TOO_LARGE),
                Arguments.of(
                        "Span s = new Span(\"x\"); s.getElement().setProperty(\"title\", \"x\".repeat(2_000_000)); return s;",
                        FailureCause.TOO_LARGE),
                Arguments.of(
                        "Span s = new Span(\"x\"); s.setId(\"x\".repeat(2_000_000)); return s;",
                        FailureCause.TOO_LARGE),
                Arguments.of(
                        "return new Span(context.data().page(CustomerQuery.ALL, 0, 1_000_000).toString());",
                        FailureCause.THREW));
    }

    @Test
    void shouldShowASoundScreenWithTheCustomersThatThePersonMaySee() {
        portal.enable(CodeJar.sound());

        assertThat(CodePortal.text(portal.open("board"))).isEqualTo("User 1");
        assertThat(CodePortal.text(portal.open("calm"))).isEqualTo("Calm 2");
        assertThat(portal.failures()).isEmpty();
    }

    @Test
    void shouldKeepTheRoomOfAScreenUntilItIsThere() {
        portal.enable(CodeJar.sound().screen(UNTIL_RELEASED + "return new Span(\"Here\");"));

        ScreenFrame frame = portal.begin("board");

        assertThat(_find(Skeleton.class)).hasSize(1);
        assertThat(frame.getElement().getAttribute("aria-busy")).isEqualTo("true");
        System.setProperty(RELEASE, "true");
        CodePortal.await(() -> CodePortal.text(frame).equals("Here"));
        _assertNone(Skeleton.class);
        assertThat(frame.getElement().getAttribute("aria-busy")).isNull();
        assertThat(portal.failures()).isEmpty();
    }

    @Test
    void shouldSayThatItFailedInPlaceOfTheRoomItKept() {
        portal.enable(CodeJar.sound().screen(UNTIL_RELEASED + "throw new IllegalStateException();"));
        ScreenFrame frame = portal.begin("board");
        assertThat(_find(Skeleton.class)).hasSize(1);

        System.setProperty(RELEASE, "true");
        CodePortal.await(() -> CodePortal.text(frame).contains("cannot be shown"));

        _assertNone(Skeleton.class);
        assertThat(frame.getElement().getAttribute("aria-busy")).isNull();
    }

    @Test
    void shouldDropAScreenThatComesWhenNobodyWaitsForItAnyMore() {
        portal.enable(CodeJar.sound().screen(UNTIL_RELEASED + "return new Span(\"Here\");"));
        ScreenFrame frame = portal.begin("board");

        UI.getCurrent().remove(frame);
        System.setProperty(RELEASE, "true");
        CodePortal.await(() -> portal.plugins.threads.running("kiosk") == 0);
        CodePortal.roundtrip();

        assertThat(CodePortal.text(frame)).isEmpty();
        assertThat(portal.plugins.watchdog.open()).isZero();
        assertThat(portal.failures()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("badScreens")
    void shouldCostABadScreenItselfAlone(String body, FailureCause cause) {
        portal.enable(CodeJar.sound().screen(body));

        ScreenFrame frame = portal.open("board");

        assertThat(CodePortal.text(frame)).contains("cannot be shown", "Everything else goes on working");
        assertThat(portal.failures())
                .singleElement()
                .extracting(PluginFailure::piece, PluginFailure::cause)
                .containsExactly(new Piece("kiosk", Piece.Kind.SCREEN, "board"), cause);
        assertThat(CodePortal.text(portal.open("calm"))).isEqualTo("Calm 2");
        CodePortal.await(() -> portal.plugins.threads.running("kiosk") == 0);
    }

    @Test
    void shouldTryAgainWhenAsked() {
        portal.enable(CodeJar.sound()
                .screen("if (!Boolean.getBoolean(\"" + RELEASE
                        + "\")) { throw new IllegalStateException(); } return new Span(\"Open now\");"));
        ScreenFrame frame = portal.open("board");

        System.setProperty(RELEASE, "true");
        _click(_get(Button.class, spec -> spec.withText("Try again")));
        CodePortal.await(() -> CodePortal.text(frame).equals("Open now"));

        assertThat(portal.failures()).hasSize(1);
    }

    @Test
    void shouldShowTheCauseToThoseWhoManagePluginsOnly() {
        portal.enable(CodeJar.sound().screen("Object[] none = {}; return (Component) none[3];"));
        portal.open("board");
        assertThat(_find(Paragraph.class, spec -> spec.withClasses("screen-detail")))
                .singleElement()
                .satisfies(p -> assertThat(p.getText()).contains("Index 3 out of bounds for length 0"));

        portal.plugins.rights.become(TestRights.user(3, new Grant(Role.STAFF, Grant.EVERYWHERE)));
        portal.open("board");
        _assertNone(Paragraph.class, spec -> spec.withClasses("screen-detail"));
    }

    @Test
    void shouldLetTheScreenStandWhenAListenerThrows() {
        portal.enable(CodeJar.sound()
                .screen("return new Div(new Span(\"Board\"),"
                        + " new Button(\"Go\", click -> { throw new IllegalStateException(\"Anna Li\"); }));"));
        ScreenFrame frame = portal.open("board");

        go();

        assertThat(CodePortal.text(frame)).contains("Board", "Go");
        assertThat(notification()).contains("The plugin failed on this action; nothing else is affected.");
        assertThat(portal.failures()).singleElement().satisfies(failure -> {
            assertThat(failure.cause()).isEqualTo(FailureCause.THREW);
            assertThat(failure.detail()).isEqualTo("java.lang.IllegalStateException");
            assertThat(failure.place()).contains("com.example.kiosk.Board");
        });
    }

    @Test
    void shouldShowAProblemOfTheScreenInItsWordsAndBlameNobody() {
        portal.enable(
                CodeJar.sound()
                        .screen(
                                "return new Button(\"Go\", click -> { throw new ScreenProblem(\"Choose a <b>house</b> first.\"); });"));
        portal.open("board");

        go();

        assertThat(notification()).contains("Choose a <b>house</b> first.");
        assertThat(portal.failures()).isEmpty();
    }

    @Test
    void shouldInterruptAListenerThatHangs() {
        portal.enable(
                CodeJar.sound()
                        .screen(
                                "return new Button(\"Go\", click -> {"
                                        + " try { Thread.sleep(60_000); } catch (InterruptedException e) { throw new IllegalStateException(e); } });"));
        portal.open("board");

        go();

        assertThat(portal.failures())
                .extracting(PluginFailure::cause)
                .containsExactly(FailureCause.THREW, FailureCause.TIMED_OUT);
        assertThat(portal.failures().getLast().place()).contains("com.example.kiosk.Board");
        assertThat(portal.isEnabled()).isTrue();
        assertThat(CodePortal.text(portal.open("calm"))).isEqualTo("Calm 2");
    }

    @Test
    void shouldDisableAPluginWhoseListenerHeedsNoInterrupt() {
        portal.enable(CodeJar.sound()
                .screen("return new Button(\"Go\", click -> {" + " while (!Boolean.getBoolean(\"" + RELEASE
                        + "\")) { Thread.onSpinWait(); } });"));
        portal.open("board");
        Thread.ofVirtual().start(() -> {
            while (portal.isEnabled()) {
                Thread.onSpinWait();
            }
            System.setProperty(RELEASE, "true");
        });

        go();

        assertThat(portal.isEnabled()).isFalse();
        assertThat(portal.failures()).extracting(PluginFailure::cause).containsExactly(FailureCause.TIMED_OUT);
        CodePortal.await(() -> portal.plugins.health.of("kiosk").disabledAt() != null);
    }

    @Test
    void shouldFailAScreenWhoseGridCannotBeDrawn() {
        portal.enable(CodeJar.sound().screen("""
                Grid<ScreenCustomer> grid = new Grid<>();
                grid.addColumn(customer -> { throw new IllegalStateException(); });
                grid.setItems(context.data().page(CustomerQuery.ALL, 0, 10));
                return grid;
                """));

        ScreenFrame frame = portal.begin("board");
        CodePortal.await(() -> CodePortal.text(frame).contains("cannot be shown"));

        assertThat(portal.failures()).extracting(PluginFailure::cause).containsOnly(FailureCause.THREW);
    }

    @Test
    void shouldSurviveAListenerToDataThatThrows() {
        portal.enable(
                CodeJar.sound()
                        .screen(
                                "context.onDataChange(() -> { throw new IllegalStateException(); }); return new Span(\"Board\");"));
        ScreenFrame frame = portal.open("board");

        portal.plugins.announcements.publish(new SnapshotChanged("kiosk", RecomputeCause.DATA));
        CodePortal.await(() -> !portal.failures().isEmpty());

        assertThat(CodePortal.text(frame)).isEqualTo("Board");
    }

    @Test
    void shouldGiveNothingToAScreenThatIsNoLongerShown() {
        portal.enable(
                CodeJar.sound()
                        .screen(
                                "return new Button(\"Go\", click ->"
                                        + " { click.getSource().getParent().get().getElement().removeFromParent(); context.data().asOf(); });"));
        portal.open("board");

        go();

        assertThat(portal.failures()).singleElement().satisfies(failure -> assertThat(failure.detail())
                .startsWith("java.lang.IllegalStateException"));
    }

    @Test
    void shouldDisableAPluginWhoseScreenFailsFiveTimes() {
        portal.enable(CodeJar.sound().screen("return new Button(\"Go\", click -> { throw new Error(); });"));
        portal.open("board");

        for (int i = 0; i < 5; i++) {
            go();
        }

        CodePortal.await(() -> !portal.isEnabled());
        CodePortal.await(() -> _find(Button.class, spec -> spec.withText("Go")).isEmpty());
        portal.plugins.service.enable("kiosk", "CNY", AsOfMode.TODAY, null);
        assertThat(CodePortal.text(portal.open("calm"))).isEqualTo("Calm 2");
    }

    private static String notification() {
        return _get(Notification.class).getElement().getTextRecursively();
    }

    /** Presses the button as a browser does: what its listener throws comes to the session's error handler. */
    private void go() {
        Button button = _get(Button.class, spec -> spec.withText("Go"));
        try {
            _click(button);
        } catch (Throwable thrown) {
            portal.claim(new ErrorEvent(thrown, button.getElement().getNode()));
        }
        Thread.interrupted();
        if (button.getUI().isPresent()) {
            MockVaadin.clientRoundtrip(true);
        }
    }
}
