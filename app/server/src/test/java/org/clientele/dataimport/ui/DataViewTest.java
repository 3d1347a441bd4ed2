package org.clientele.dataimport.ui;

import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.mvysny.kaributesting.v10.MockVaadin;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicBoolean;
import org.clientele.common.persistence.TestDatabase;
import org.clientele.common.ui.TestUi;
import org.clientele.common.ui.Translations;
import org.clientele.dataimport.ImportFixture;
import org.clientele.frontend.PageHeader;
import org.clientele.plugin.CurrencyFixture;
import org.clientele.plugin.VerticalCurrency;
import org.clientele.plugin.VerticalFixture;
import org.clientele.plugin.Verticals;
import org.clientele.plugin.VerticalsChanged;
import org.clientele.plugin.ui.TestNavigation;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataViewTest {
    @TempDir
    private Path folder;

    private ImportFixture portal;

    @BeforeEach
    void start() {
        portal = new ImportFixture(TestDatabase.Kind.HSQLDB, folder);
    }

    @AfterEach
    void stop() throws Exception {
        TestUi.stop();
        portal.close();
    }

    @Test
    void shouldFollowTheCurrencyThatAnImportChangesWhileItIsOpen() {
        Verticals verticals = VerticalFixture.verticals(portal.vertical());
        open(verticals);
        String before = portal.vertical().currency();
        assertThat(subtitle()).contains("money in " + before);

        AtomicBoolean told = new AtomicBoolean();
        portal.announcements().listen(VerticalsChanged.class, change -> told.set(true));
        VerticalCurrency currency = CurrencyFixture.currency(
                portal.database(), verticals, portal.rights(), portal.audit(), portal.announcements());
        portal.database().transactions().executeWithoutResult(status -> currency.change(portal.vertical(), "GBP"));
        ImportFixture.await(told::get);
        MockVaadin.clientRoundtrip(true);

        assertThat(before).isNotEqualTo("GBP");
        assertThat(subtitle()).contains("money in GBP");
    }

    private void open(Verticals verticals) {
        TestUi.start(Locale.ENGLISH);
        DataView view = new DataView(
                verticals,
                portal.rights(),
                portal.announcements(),
                portal.imports(),
                portal.samples(),
                CurrencyFixture.settings(
                        portal.database(), verticals, portal.rights(), portal.audit(), portal.announcements()),
                List.of(),
                new Translations(),
                Clock.systemDefaultZone());
        TestNavigation.open(view, "retail", "v/retail/data");
    }

    private static String subtitle() {
        return _get(PageHeader.class).getElement().getTextRecursively();
    }
}
