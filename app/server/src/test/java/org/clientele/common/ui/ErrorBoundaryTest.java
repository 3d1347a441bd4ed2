package org.clientele.common.ui;

import static com.github.mvysny.kaributesting.v10.NotificationsKt.getNotifications;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.mvysny.kaributesting.v10.MockVaadin;
import com.vaadin.flow.server.ErrorEvent;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
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

    private static String shown() {
        MockVaadin.clientRoundtrip(false);
        return getNotifications().getFirst().getElement().getTextRecursively();
    }
}
