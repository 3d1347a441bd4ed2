package org.clientele.plugin.ui;

import static com.github.mvysny.kaributesting.v10.LocatorJ._assertNone;
import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static com.github.mvysny.kaributesting.v10.LocatorJ._setValue;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.mvysny.kaributesting.v10.DownloadKt;
import com.github.mvysny.kaributesting.v10.MockVaadin;
import com.github.mvysny.kaributesting.v10.UploadKt;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.component.upload.Upload;
import java.nio.file.Files;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.clientele.access.Grant;
import org.clientele.access.Role;
import org.clientele.access.TestRights;
import org.clientele.common.Job;
import org.clientele.common.persistence.TestDatabase;
import org.clientele.common.ui.TestUi;
import org.clientele.dataimport.ImportFixture;
import org.clientele.frontend.Banner;
import org.clientele.frontend.EmptyState;
import org.clientele.plugin.AsOfMode;
import org.clientele.plugin.ContentCount;
import org.clientele.plugin.PluginCard.State;
import org.clientele.plugin.PluginJar;
import org.clientele.plugin.PluginPortal;
import org.clientele.plugin.code.Piece;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PluginsViewTest {
    private TestDatabase database;
    private PluginPortal portal;

    @BeforeEach
    void start() {
        database = TestDatabase.create(TestDatabase.Kind.HSQLDB);
        portal = PluginPortal.on(database).start();
    }

    @AfterEach
    void stop() throws Exception {
        TestUi.stop();
        portal.close();
        database.close();
    }

    @Test
    void shouldSayWhatToDoWhenThereIsNoPlugin() {
        open(PluginPortal.on(database), Locale.ENGLISH);

        assertThat(text(_get(EmptyState.class))).contains("No plugins yet");
        assertThat(button("Install from file…").getThemeNames()).contains(ButtonVariant.PRIMARY.getVariantName());
    }

    @Test
    void shouldEnableWithTheProposedCurrency() {
        open(PluginPortal.on(database).bundled(PluginJar.kiosk()), Locale.ENGLISH);
        assertThat(button("Enable").getThemeNames()).contains(ButtonVariant.PRIMARY.getVariantName());
        assertThat(text(_get(PluginPanel.class)))
                .contains("Kiosk", "1.0.0 · bundled", "Example Ltd · SHA-512", "1 attribute · 1 activity", "Available");

        _click(button("Enable"));
        assertThat(_get(ComboBox.class).getValue()).isEqualTo("CNY");
        _click(_get(_get(Dialog.class), Button.class, spec -> spec.withText("Enable")));
        followJobs();

        assertThat(portal.card("kiosk").state()).isEqualTo(State.ENABLED);
        assertThat(text(_get(PluginPanel.class))).contains("Enabled");
        assertThat(button("Open")).isNotNull();
    }

    @Test
    void shouldKeepTheDialogOpenWithTheProblem() {
        open(PluginPortal.on(database).bundled(PluginJar.kiosk()), Locale.ENGLISH);
        _click(button("Enable"));
        _setValue(asOfMode(), AsOfMode.FIXED);

        _click(_get(_get(Dialog.class), Button.class, spec -> spec.withText("Enable")));

        assertThat(text(_get(_get(Dialog.class), Banner.class))).contains("Choose the day");
        assertThat(portal.card("kiosk").state()).isEqualTo(State.AVAILABLE);
    }

    @Test
    void shouldDisableAfterSayingWhatHappens() {
        open(PluginPortal.on(database).bundled(PluginJar.kiosk()), Locale.SIMPLIFIED_CHINESE);
        portal.service.enable("kiosk", "CNY", AsOfMode.TODAY, null);
        followAnnouncements();

        _click(button("停用"));
        assertThat(text(_get(Dialog.class))).contains("数据保留");
        _setValue(_get(_get(Dialog.class), TextField.class), "盘点");
        _click(_get(_get(Dialog.class), Button.class, spec -> spec.withText("停用")));
        followJobs();

        assertThat(portal.notices.find("kiosk").orElseThrow().reason()).isEqualTo("盘点");
        assertThat(portal.card("kiosk").state()).isEqualTo(State.DISABLED);
        assertThat(text(_get(PluginPanel.class))).contains("小卖部", "已停用");
    }

    @Test
    void shouldChangeTheDayToComputeAsOf() {
        open(PluginPortal.on(database).bundled(PluginJar.kiosk()), Locale.ENGLISH);
        portal.service.enable("kiosk", "CNY", AsOfMode.TODAY, null);
        followAnnouncements();

        _click(button("As-of day"));
        _setValue(asOfMode(), AsOfMode.FIXED);
        _setValue(_get(DatePicker.class), LocalDate.of(1998, 6, 30));
        database.transactions()
                .executeWithoutResult(
                        t -> _click(_get(_get(Dialog.class), Button.class, spec -> spec.withText("Save"))));

        assertThat(portal.service.propose("kiosk").asOfDate()).isEqualTo("1998-06-30");
        _assertNone(Dialog.class);
    }

    @Test
    void shouldListEveryMistakeOfAnUploadedDefinition() {
        open(PluginPortal.on(database).developerMode(), Locale.ENGLISH);
        PluginJar jar = PluginJar.kiosk()
                .edit("vertical.yaml", yaml -> yaml.replace("metric: monetary", "metric: <script>alert(1)</script>"));

        upload(jar.bytes());

        assertThat(text(_get(
                        _get(Dialog.class), Banner.class, spec -> spec.withPredicate(b -> text(b).contains("wrong")))))
                .isNotBlank();
        List<String> cells =
                _find(NativeTableCell.class).stream().map(PluginsViewTest::text).toList();
        assertThat(cells).anyMatch(cell -> cell.startsWith("vertical.yaml:19"));
        assertThat(cells).contains("/models/0/metric");
        assertThat(cells).anyMatch(cell -> cell.contains("<script>alert(1)</script>"));
        assertThat(_get(NativeTableCell.class, spec -> spec.withPredicate(c -> text(c).contains("<script>")))
                        .getElement()
                        .getProperty("innerHTML"))
                .isNull();
    }

    @Test
    void shouldInstallAnUploadedJarInDeveloperModeAndMarkIt() {
        open(PluginPortal.on(database).developerMode(), Locale.ENGLISH);
        assertThat(text(_get(Banner.class))).contains("Developer mode is on");

        upload(PluginJar.kiosk().bytes());
        assertThat(text(_get(Dialog.class))).contains("Nobody vouches for it", "Developer mode takes it all the same");
        assertThat(portal.catalogue.cards()).isEmpty();
        _click(_get(_get(Dialog.class), Button.class, spec -> spec.withText("Install")));
        followJobs();

        _assertNone(Dialog.class);
        assertThat(text(_get(PluginPanel.class))).contains("not vouched for", "Developer mode", "Disabled");
    }

    @Test
    void shouldSayThatTheCodeWorks() {
        open(PluginPortal.on(database).bundledOfThePortal(), Locale.ENGLISH);

        assertThat(text(_get(PluginPanel.class, spec -> spec.withId("plugin-utilities"))))
                .contains("Its code works; nothing has failed.");
        assertThat(text(_get(PluginPanel.class, spec -> spec.withId("plugin-retail"))))
                .as("data only")
                .doesNotContain("Its code works");
        _assertNone(Button.class, spec -> spec.withText("Failure report…"));
    }

    @Test
    void shouldCountFailuresAndReportThemGroupedByPart() {
        open(PluginPortal.on(database).bundledOfThePortal(), Locale.ENGLISH);
        portal.service.enable("utilities", "CNY", AsOfMode.TODAY, null);
        followAnnouncements();
        for (String screen : List.of("supply_board", "supply_board", "other")) {
            fail(screen);
        }
        show(Locale.ENGLISH);

        PluginPanel panel = _get(PluginPanel.class, spec -> spec.withId("plugin-utilities"));
        assertThat(text(panel))
                .contains("3 failures in the last ten minutes; after 5 the portal disables it.")
                .contains("Screen “other”: the plugin’s code failed");
        _click(_get(panel, Button.class, spec -> spec.withText("Failure report…")));

        Dialog report = _get(Dialog.class);
        assertThat(report.getHeaderTitle()).isEqualTo("Failures of Electric utilities");
        assertThat(text(report))
                .contains("Screen “Supply compliance”: the plugin’s code failed", "Twice, last on", "in version 1.0.0")
                .contains("java.lang.IllegalStateException")
                .contains("It holds no data of customers")
                .doesNotContain("Anna Li");
    }

    @Test
    void shouldSayThatThePortalDisabledIt() {
        open(PluginPortal.on(database).bundledOfThePortal(), Locale.SIMPLIFIED_CHINESE);
        portal.service.enable("utilities", "CNY", AsOfMode.TODAY, null);
        for (int i = 0; i < 5; i++) {
            fail("supply_board");
        }
        await(() -> portal.card("utilities").state() == State.DISABLED);
        show(Locale.SIMPLIFIED_CHINESE);

        assertThat(text(_get(PluginPanel.class, spec -> spec.withId("plugin-utilities"))))
                .contains("因多次失败，门户已于", "失败报告", "界面“供电合规看板”");
    }

    private void fail(String screen) {
        portal.calls.report(
                new Piece("utilities", Piece.Kind.SCREEN, screen), new IllegalStateException("Anna Li has no rate"));
    }

    private static void await(BooleanSupplier until) {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
        while (!until.getAsBoolean()) {
            assertThat(System.nanoTime()).isLessThan(end);
            Thread.onSpinWait();
        }
    }

    @Test
    void shouldShowTextsOfAPluginAsText() {
        PluginJar jar = PluginJar.kiosk()
                .edit("messages.properties", texts -> texts.replace("=Kiosk", "=<script>alert(1)</script>"));
        open(PluginPortal.on(database).bundled(jar), Locale.ENGLISH);

        assertThat(text(_get(PluginPanel.class))).contains("<script>alert(1)</script>");
    }

    @Test
    void shouldShowAnAlteredJarAsFailingWithoutActions() {
        open(PluginPortal.on(database).bundled(PluginJar.kiosk().bytes(), "0".repeat(128)), Locale.ENGLISH);

        assertThat(text(_get(PluginPanel.class))).contains("Failing", "altered", "000000000000…");
        _assertNone(Button.class, spec -> spec.withText("Enable"));
    }

    @Test
    void shouldRefuseWhoMayNotManagePlugins() {
        portal.close();
        portal = PluginPortal.on(database).bundled(PluginJar.kiosk()).start();
        portal.rights.become(TestRights.user(2, new Grant(Role.STAFF, Grant.EVERYWHERE)));
        show(Locale.ENGLISH);

        assertThat(text(_get(EmptyState.class))).contains("Not open to you");
        _assertNone(PluginPanel.class);
    }

    @Test
    void shouldUninstallAndKeepTheData() {
        open(PluginPortal.on(database).developerMode(), Locale.ENGLISH);
        club();

        _click(button("Uninstall…"));
        awaitText("Customers", "3", "purchase");
        assertThat(_get(_get(Dialog.class), RadioButtonGroup.class, spec -> spec.withLabel("What becomes of the data?"))
                        .isVisible())
                .isTrue();
        assertThat(_get(TextField.class, spec -> spec.withLabel("Reason")).isVisible())
                .isTrue();
        _click(_get(_get(Dialog.class), Button.class, spec -> spec.withText("Uninstall")));
        followJobs();

        assertThat(portal.catalogue.cards()).isEmpty();
        expectTold("Club is uninstalled. Its data are kept.");
        assertThat(portal.life.outlookUninstalled("club").counts()).contains(new ContentCount("customers", 3));
        ImportFixture.await(() -> {
            MockVaadin.clientRoundtrip(true);
            return text(_get(KeptPanel.class)).contains("Customers3");
        });
        assertThat(text(_get(KeptPanel.class)))
                .contains("Club", "Uninstalled on", portal.rights.user().displayName());
        _click(button("Export or delete…"));
        awaitText("Customers");
        choose("DELETE");
        _setValue(_get(TextField.class, spec -> spec.withLabel("Type “club” to confirm")), "club");
        _click(button("Delete for good"));
        followJobs();
        _assertNone(KeptPanel.class);
    }

    @Test
    void shouldDeleteOnlyWhenTheIdIsTyped() {
        open(PluginPortal.on(database).developerMode(), Locale.ENGLISH);
        club();

        _click(button("Uninstall…"));
        awaitText("Customers");
        choose("DELETE");
        assertThat(button("Delete for good").isEnabled()).isFalse();
        _setValue(_get(TextField.class, spec -> spec.withLabel("Type “club” to confirm")), "Club");
        assertThat(button("Delete for good").isEnabled()).isFalse();
        _setValue(_get(TextField.class, spec -> spec.withLabel("Type “club” to confirm")), "club");
        _click(button("Delete for good"));
        followJobs();

        expectTold("Club is deleted with all its data");
        assertThat(portal.life.outlookUninstalled("club").hasData()).isFalse();
    }

    @Test
    void shouldOfferTheExportAndThenTheDeletion() throws Exception {
        open(PluginPortal.on(database).developerMode(), Locale.ENGLISH);
        club();

        _click(button("Uninstall…"));
        awaitText("Customers");
        choose("EXPORT");
        assertThat(text(_get(Dialog.class))).contains("CSV files in a zip");
        _click(_get(_get(Dialog.class), Button.class, spec -> spec.withText("Export")));
        followJobs();

        assertThat(text(_get(LifePanel.class))).contains("its data are exported");
        assertThat(button("Delete the data…").isEnabled()).isFalse();
        byte[] zip = DownloadKt._download(_get(Anchor.class, spec -> spec.withId("export-club")));
        MockVaadin.clientRoundtrip(true);
        assertThat(zip).startsWith('P', 'K');
        _click(button("Delete the data…"));
        awaitText("Customers");
        assertThat(button("Delete for good").isEnabled()).isFalse();
        _setValue(_get(TextField.class, spec -> spec.withLabel("Type “club” to confirm")), "club");
        _click(button("Delete for good"));
        followJobs();

        _assertNone(LifePanel.class);
        assertThat(portal.catalogue.cards()).isEmpty();
    }

    @Test
    void shouldRollBackAfterShowingWhatChanges() {
        open(PluginPortal.on(database).developerMode(), Locale.ENGLISH);
        club();
        portal.upgradeClub();
        followAnnouncements();

        _click(button("Roll back…"));
        awaitText("from town to city; keeps its values", "2 values");
        _click(button("Go back to 1.0.0"));
        followJobs();

        expectTold("Club is back in its earlier version");
        assertThat(portal.card("club").version()).isEqualTo("1.0.0");
    }

    @Test
    void shouldShowWhyAChangeFailed() {
        open(PluginPortal.on(database).developerMode(), Locale.ENGLISH);
        portal.enableClubAgain();
        followAnnouncements();
        upload(portal.lossyClub());
        portal.fillClub(database);

        _click(button("Install 1.2.0"));
        followJobs();

        assertThat(text(_get(LifePanel.class))).contains("Upgrading Club", "would be lost", "visits");
        assertThat(portal.card("club").version()).isEqualTo("1.0.0");
        _click(button("Dismiss"));
        _assertNone(LifePanel.class);
    }

    @Test
    void shouldRefuseAVersionThatLosesValuesBeforeItIsConfirmed() {
        open(PluginPortal.on(database).developerMode(), Locale.SIMPLIFIED_CHINESE);
        club();

        upload(portal.lossyClub(), "从文件安装…");

        assertThat(text(_get(Dialog.class)))
                .contains("有 2 个已保存的值会丢失", "attribute.visits 由整数改为金额会丢失值", "2 个值")
                .doesNotContain("CUSTOMER");
        assertThat(button("安装 1.2.0").isEnabled()).isFalse();
    }

    @Test
    void shouldCountTheValuesOfARemovedAttributeBeforeItIsConfirmed() {
        open(PluginPortal.on(database).developerMode(), Locale.ENGLISH);
        club();

        upload(portal.clubWithoutPlan());

        assertThat(text(_get(Dialog.class)))
                .contains("attribute.plan removed; its data are kept but no longer shown2 values");
        assertThat(button("Install 1.2.0").isEnabled()).isTrue();
    }

    @Test
    void shouldReadTheCatalogueFolderBesideTheScreen() throws Exception {
        open(PluginPortal.on(database).developerMode(), Locale.ENGLISH);
        Files.createDirectories(portal.catalogueFolder);
        Files.write(
                portal.catalogueFolder.resolve("kiosk.jar"), PluginJar.kiosk().bytes());

        show(Locale.ENGLISH);
        _assertNone(PluginPanel.class);
        _get(Look.class);
        awaitPanel("Kiosk");
        _click(button("Install…"));
        awaitText("Nobody vouches for it");
        _click(_get(_get(Dialog.class), Button.class, spec -> spec.withText("Install")));
        followJobs();

        assertThat(portal.card("kiosk").state()).isEqualTo(State.DISABLED);
    }

    private static void awaitPanel(String name) {
        ImportFixture.await(() -> {
            MockVaadin.clientRoundtrip(true);
            return _find(PluginPanel.class).stream()
                    .anyMatch(panel -> text(panel).contains(name));
        });
    }

    private void club() {
        portal.enableClub(database);
        followAnnouncements();
    }

    @SuppressWarnings("unchecked")
    private static void choose(String choice) {
        RadioButtonGroup<UninstallDialog.Choice> group = _get(_get(Dialog.class), RadioButtonGroup.class);
        _setValue(group, UninstallDialog.Choice.valueOf(choice));
    }

    /** Waits until what the dialog reads in the background is shown. */
    private static void awaitText(String... parts) {
        ImportFixture.await(() -> {
            MockVaadin.clientRoundtrip(true);
            String shown = text(_get(Dialog.class));
            return Stream.of(parts).allMatch(shown::contains);
        });
    }

    private static void expectTold(String message) {
        assertThat(_find(Notification.class)).anyMatch(shown -> text(shown).equals(message));
    }

    /** Lets the changes that were begun end, and looks. */
    private void followJobs() {
        ImportFixture.await(() -> portal.life.own().stream().allMatch(job -> job.state() != Job.State.RUNNING));
        followAnnouncements();
        _find(LifePanels.class).forEach(LifePanels::refresh);
    }

    private void open(PluginPortal.Setup setup, Locale locale) {
        portal.close();
        portal = setup.start();
        show(locale);
    }

    private void show(Locale locale) {
        if (UI.getCurrent() != null) {
            TestUi.stop();
        }
        UI ui = TestUi.start(locale);
        PluginsView view = new PluginsView(
                portal.catalogue,
                portal.service,
                portal.installer,
                portal.life,
                portal.settings,
                portal.health,
                portal.clock,
                portal.rights,
                portal.announcements);
        ui.add(view);
        view.show();
    }

    private void upload(byte[] jar) {
        upload(jar, "Install from file…");
    }

    private void upload(byte[] jar, String button) {
        _click(button(button));
        UploadKt._upload(_get(Upload.class), "kiosk.jar", "application/java-archive", jar);
        MockVaadin.clientRoundtrip(true);
    }

    /** Runs what the announcement thread has asked the screen to do. */
    private void followAnnouncements() {
        CountDownLatch told = new CountDownLatch(1);
        try (var end = portal.announcements.listen(String.class, event -> told.countDown())) {
            portal.announcements.publish("the end");
            assertThat(told.await(5, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException interruption) {
            Thread.currentThread().interrupt();
        }
        MockVaadin.clientRoundtrip(true);
    }

    @SuppressWarnings("unchecked")
    private static RadioButtonGroup<AsOfMode> asOfMode() {
        return _get(RadioButtonGroup.class);
    }

    private static Button button(String text) {
        return _get(Button.class, spec -> spec.withText(text));
    }

    private static String text(Component component) {
        return component.getElement().getTextRecursively();
    }
}
