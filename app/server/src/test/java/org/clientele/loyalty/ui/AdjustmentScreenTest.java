package org.clientele.loyalty.ui;

import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static com.github.mvysny.kaributesting.v10.LocatorJ._setValue;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.Location;
import com.vaadin.flow.router.NavigationEvent;
import com.vaadin.flow.router.NavigationTrigger;
import com.vaadin.flow.router.RouteParameters;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.clientele.common.Jobs;
import org.clientele.common.persistence.TestDatabase;
import org.clientele.common.ui.AnswerPanel;
import org.clientele.common.ui.JobProgress;
import org.clientele.common.ui.TestUi;
import org.clientele.dataimport.file.FileInspection;
import org.clientele.loyalty.LoyaltyPortal;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class AdjustmentScreenTest {
    private final LoyaltyPortal portal = new LoyaltyPortal(TestDatabase.Kind.HSQLDB);
    private final LoyaltyServices services = new LoyaltyServices(
            portal.programmes,
            portal.points,
            portal.adjustments,
            portal.shop.views,
            portal.following(new Jobs(portal.shop.clock)),
            portal.shop.announcements,
            portal.shop.clock);
    private final long anna = portal.customer("anna");

    AdjustmentScreenTest() {
        portal.start();
    }

    @AfterEach
    void stop() throws Exception {
        TestUi.stop();
        portal.close();
    }

    @Test
    void shouldPostAFileAfterALookAtItAndUndoIt() {
        AdjustmentsView view = open(Locale.ENGLISH);
        view.take(file("who,points,reason\nanna,120,Sorry\nnobody,5,Sorry\n"));
        assertThat(text(view)).contains("Say which columns hold the customer number and the points.");
        @SuppressWarnings("unchecked")
        Select<String> customer = (Select<String>) _get(Select.class, spec -> spec.withLabel("Customer number"));
        _setValue(customer, "who");
        shows(view, "Post 1 adjustment");
        assertThat(text(view))
                .contains(
                        "+120",
                        "who names a customer who is not here: nobody",
                        "Download with reasons",
                        "row 3, column 1");
        assertThat(portal.balance(anna)).isZero();

        _click(_get(Button.class, spec -> spec.withText("Post 1 adjustment")));
        shows(view, "Posted: points.csv");
        assertThat(portal.balance(anna)).isEqualTo(120);

        _click(_get(Button.class, spec -> spec.withText("Undo")));
        _click(_get(_get(Dialog.class), Button.class, spec -> spec.withText("Undo")));
        shows(view, "Undone. Adjustments taken back: 1.");
        assertThat(portal.balance(anna)).isZero();
    }

    @Test
    void shouldTellInChineseThatAFileWasPostedBefore() {
        AdjustmentsView view = open(Locale.SIMPLIFIED_CHINESE);
        String rows = "客户编号,积分,原因\nanna,10,致歉\n";
        view.take(file(rows));
        shows(view, "记入 1 笔调整");
        _click(_get(Button.class, spec -> spec.withText("记入 1 笔调整")));
        shows(view, "已记入：points.csv");
        view.take(file(rows));
        assertThat(text(view)).contains("除非先在下面撤销，否则不会重复记入");
    }

    @Test
    @SuppressWarnings("unchecked")
    void shouldGiveEveryCustomerOfAGroupPoints() {
        portal.shop.snapshots.reload("shop");
        AdjustmentsView view = open(Locale.ENGLISH);
        _click(_get(Button.class, spec -> spec.withText("For a group of customers")));
        ComboBox<Object> group = (ComboBox<Object>) _get(ComboBox.class, spec -> spec.withLabel("Customers"));
        Object everybody = group.getListDataView()
                .getItems()
                .filter(item -> group.getItemLabelGenerator().apply(item).equals("All customers"))
                .findFirst()
                .orElseThrow();
        _setValue(group, everybody);
        _setValue(_get(IntegerField.class, spec -> spec.withLabel("Points for each")), 25);
        _setValue(_get(TextField.class, spec -> spec.withLabel("Reason")), "Anniversary");
        _click(_get(_get(Dialog.class), Button.class, spec -> spec.withText("Look at it first")));
        shows(view, "Post 1 adjustment");
        _click(_get(Button.class, spec -> spec.withText("Post 1 adjustment")));
        shows(view, "Posted: All customers");
        assertThat(portal.balance(anna)).isEqualTo(25);
    }

    private FileInspection file(String rows) {
        return portal.adjustments.upload(
                "shop", "points.csv", new ByteArrayInputStream(rows.getBytes(StandardCharsets.UTF_8)));
    }

    private void shows(AdjustmentsView view, String words) {
        await().pollInSameThread().atMost(Duration.ofSeconds(20)).until(() -> {
            _find(AnswerPanel.class).forEach(AnswerPanel::refresh);
            _find(JobProgress.class).forEach(JobProgress::refresh);
            return text(view).contains(words);
        });
    }

    private AdjustmentsView open(Locale locale) {
        TestUi.start(locale);
        UI ui = UI.getCurrent();
        AdjustmentsView view =
                new AdjustmentsView(portal.shop.verticals, portal.shop.rights, portal.shop.announcements, services);
        NavigationEvent navigation = new NavigationEvent(
                ui.getInternals().getRouter(),
                new Location("v/shop/loyalty/adjustments"),
                ui,
                NavigationTrigger.CLIENT_SIDE);
        view.beforeEnter(
                new BeforeEnterEvent(navigation, view.getClass(), new RouteParameters("vertical", "shop"), List.of()));
        ui.add(view);
        return view;
    }

    private static String text(AdjustmentsView view) {
        return view.getElement().getTextRecursively();
    }
}
