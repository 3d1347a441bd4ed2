package org.clientele.common.ui;

import static com.github.mvysny.kaributesting.v10.NotificationsKt.getNotifications;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.mvysny.kaributesting.v10.MockVaadin;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.server.ErrorEvent;
import com.vaadin.flow.server.VaadinSession;
import java.io.IOException;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import org.apache.catalina.connector.ClientAbortException;
import org.clientele.common.persistence.DiskFailures;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ErrorBoundaryTest {
    private final ErrorBoundary boundary = new ErrorBoundary(List.of(), new DiskFailures());

    @BeforeEach
    void start() {
        TestUi.start(Locale.ENGLISH);
    }

    @AfterEach
    void stop() {
        TestUi.stop();
    }

    @Test
    void shouldSayThatTheDiskIsFullWhenPostgreSqlReportsIt() {
        boundary.error(new ErrorEvent(new IllegalStateException(new SQLException("could not extend file", "53100"))));

        assertThat(shown()).contains("no room left on its disk");
    }

    @Test
    void shouldApologiseForWhatNobodyCanRemedy() {
        boundary.error(new ErrorEvent(new IllegalStateException(new SQLException("syntax error", "42601"))));

        assertThat(shown()).contains("Something went wrong").doesNotContain("disk");
    }

    @Test
    void shouldTryOnceOnlyToShowAMessageThatFailsItself() {
        VaadinSession session = VaadinSession.getCurrent();
        session.setErrorHandler(boundary);
        WordlessUi ui = new WordlessUi();
        ui.getInternals().setSession(session);
        UI.setCurrent(ui);

        boundary.error(new ErrorEvent(new IllegalStateException("the first failure")));
        session.getService().runPendingAccessTasks(session);

        assertThat(ui.asked).isOne();
    }

    @Test
    void shouldTakeAReaderWhoLeftForNoFailure() {
        boundary.error(new ErrorEvent(new ClientAbortException(new IOException("Broken pipe"))));

        MockVaadin.clientRoundtrip(false);
        assertThat(getNotifications()).isEmpty();
    }

    @Test
    void shouldShowNothingOnScreensThatOutliveThePortal() {
        boundary.end();

        boundary.error(new ErrorEvent(new IllegalStateException("closed already")));

        MockVaadin.clientRoundtrip(false);
        assertThat(getNotifications()).isEmpty();
    }

    private static String shown() {
        MockVaadin.clientRoundtrip(false);
        return getNotifications().getFirst().getElement().getTextRecursively();
    }

    /** A screen whose texts are gone, as when the portal has ended. */
    private static final class WordlessUi extends UI {
        private int asked;

        @Override
        public String getTranslation(String key, Object... arguments) {
            asked++;
            if (asked > 10) {
                throw new AssertionError("asked again and again");
            }
            throw new IllegalStateException("no texts any more");
        }
    }
}
