package org.clientele.plugin.ui;

import static com.github.mvysny.kaributesting.v10.LocatorJ._assertNone;
import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static com.github.mvysny.kaributesting.v10.LocatorJ._setValue;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.mvysny.kaributesting.v10.MockVaadin;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.textfield.TextField;
import java.nio.file.Files;
import java.time.LocalDate;
import java.util.Locale;
import org.clientele.access.Grant;
import org.clientele.access.Role;
import org.clientele.access.TestRights;
import org.clientele.dataimport.ImportFixture;
import org.clientele.frontend.Banner;
import org.clientele.frontend.EmptyState;
import org.clientele.plugin.AsOfMode;
import org.clientele.plugin.PluginCard.State;
import org.clientele.plugin.PluginJar;
import org.clientele.plugin.PluginPortal;
import org.junit.jupiter.api.Test;

/** What a card says, and what brings an industry to the portal. */
class PluginCardsTest extends PluginsScreen {
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
        ListItem finding = _get(
                _get(Dialog.class),
                ListItem.class,
                spec -> spec.withPredicate(item -> text(item).contains("/models/0/metric")));
        assertThat(text(finding)).contains("vertical.yaml:19", "<script>alert(1)</script>");
        assertThat(_find(finding, Div.class))
                .allSatisfy(part ->
                        assertThat(part.getElement().getProperty("innerHTML")).isNull());
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

    @SuppressWarnings("unchecked")
    private static RadioButtonGroup<AsOfMode> asOfMode() {
        return _get(RadioButtonGroup.class);
    }
}
