package org.clientele.privacy.ui;

import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.Location;
import com.vaadin.flow.router.NavigationEvent;
import com.vaadin.flow.router.NavigationTrigger;
import com.vaadin.flow.router.RouteParameters;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.clientele.access.AuditErasure;
import org.clientele.access.Colleagues;
import org.clientele.access.Grant;
import org.clientele.access.Role;
import org.clientele.access.TestRights;
import org.clientele.access.persistence.AuditDao;
import org.clientele.access.persistence.UserDao;
import org.clientele.common.ClienteleProperties;
import org.clientele.common.Jobs;
import org.clientele.common.persistence.TestDatabase;
import org.clientele.common.ui.AnswerPanel;
import org.clientele.common.ui.TestUi;
import org.clientele.engine.column.Value;
import org.clientele.privacy.HeldData;
import org.clientele.privacy.PersonalFiles;
import org.clientele.privacy.persistence.PersonalRowsDao;
import org.clientele.segment.ShopPortal;
import org.clientele.segment.ShopPortal.Purchase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HeldDataViewTest {
    @TempDir
    private Path data;

    private final ShopPortal shop = ShopPortal.empty(TestDatabase.Kind.HSQLDB);

    @AfterEach
    void stop() throws Exception {
        TestUi.stop();
        shop.close();
    }

    @Test
    void shouldNameColumnsPeopleAndMoneyInWordsAndLeaveOutInternalNumbers() {
        UserDao users = new UserDao(shop.database.jdbi());
        long zhou = users.insert("zhou", "Zhou Min", Set.of(), shop.clock.instant());
        shop.rights.become(TestRights.user(zhou, new Grant(Role.ADMINISTRATOR, Grant.EVERYWHERE)));
        long anna = Objects.requireNonNull(
                shop.purchases(List.of(new Purchase("anna", LocalDate.of(2026, 2, 1), 1_234_500)))
                        .get("anna"));
        shop.customers.setAttribute(shop.vertical, anna, "city", new Value.Text("Xiamen"));
        shop.database
                .jdbi()
                .useHandle(handle -> handle.execute("UPDATE customer SET owner_user_id = ? WHERE id = ?", zhou, anna));

        assertThat(shown(Locale.ENGLISH, anna))
                .contains("Customer · 1", "Number", "Looked after by", "Zhou Min", "Xiamen", "12,345")
                .doesNotContain("vertical_id", "owner_user_id");
        assertThat(shown(Locale.SIMPLIFIED_CHINESE, anna)).contains("编号", "负责人", "内部编号");
    }

    private String shown(Locale locale, long customer) {
        TestUi.start(locale);
        HeldData held = new HeldData(
                new PersonalRowsDao(shop.database.jdbi(), shop.database.dialect()),
                new PersonalFiles(new ClienteleProperties(
                        data, false, false, null, new ClienteleProperties.Database("", "", ""))),
                shop.customers,
                new AuditErasure(new AuditDao(shop.database.jdbi())),
                shop.audit,
                shop.rights,
                shop.announcements,
                new Jobs(shop.clock),
                shop.clock);
        HeldDataView view = new HeldDataView(
                shop.verticals,
                shop.rights,
                shop.announcements,
                held,
                shop.customers,
                new Colleagues(new UserDao(shop.database.jdbi()), shop.rights));
        UI ui = UI.getCurrent();
        ui.add(view);
        NavigationEvent navigation = new NavigationEvent(
                ui.getInternals().getRouter(), new Location("v/shop"), ui, NavigationTrigger.CLIENT_SIDE);
        view.beforeEnter(new BeforeEnterEvent(
                navigation,
                HeldDataView.class,
                new RouteParameters(Map.of("vertical", "shop", "customer", Long.toString(customer))),
                List.of()));
        await().pollInSameThread().atMost(Duration.ofSeconds(20)).until(() -> {
            _find(AnswerPanel.class).forEach(AnswerPanel::refresh);
            return view.getElement().getTextRecursively().contains("anna");
        });
        return view.getElement().getTextRecursively();
    }
}
