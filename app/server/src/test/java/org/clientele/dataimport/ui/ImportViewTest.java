package org.clientele.dataimport.ui;

import static com.github.mvysny.kaributesting.v10.LocatorJ._assertNone;
import static com.github.mvysny.kaributesting.v10.LocatorJ._assertOne;
import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static com.github.mvysny.kaributesting.v10.LocatorJ._setValue;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.mvysny.kaributesting.v10.MockVaadin;
import com.github.mvysny.kaributesting.v10.UploadKt;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.upload.Upload;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.clientele.access.Grant;
import org.clientele.access.Role;
import org.clientele.access.TestRights;
import org.clientele.common.Job;
import org.clientele.common.persistence.TestDatabase;
import org.clientele.common.ui.JobProgress;
import org.clientele.common.ui.TestUi;
import org.clientele.common.ui.Translations;
import org.clientele.dataimport.ImportFixture;
import org.clientele.dataimport.ImportRun;
import org.clientele.dataimport.ImportState;
import org.clientele.dataimport.PlanProposal;
import org.clientele.dataimport.UnknownOwners;
import org.clientele.dataimport.file.TextEncoding;
import org.clientele.frontend.Banner;
import org.clientele.frontend.EmptyState;
import org.clientele.plugin.VerticalFixture;
import org.clientele.plugin.ui.TestNavigation;
import org.clientele.plugins.api.ImportPreset.Duplicates;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ImportViewTest {
    private static final String CDNOW = """
             customer_id  date number_of_cds  dollar_value
             00001 19970101  1   11.77
             00002 19970112  1   12.00
             00002 19970112  5   77.00
             00003 19971301  2   20.76
            """;

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
    void shouldGoFromFileToResult() {
        open(Locale.ENGLISH);
        upload(CDNOW.getBytes(StandardCharsets.UTF_8));
        assertThat(text(_get(ImportView.class))).contains("Recognised as", "import.cdnow", "19970101", "about 4 rows");

        _click(button("Continue"));
        assertThat(combo("Customer number").getValue()).isEqualTo("customer_id");
        assertThat(combo("Date or time").getValue()).isEqualTo("date");

        _click(button("Check"));
        awaitCheck();
        assertThat(text(_get(CheckStep.class)))
                .contains("New3", "Rejected1", "date is no date of this format: 19971301", "first: row 5, column 2")
                .contains("2 customers are created. 3 rows are added");

        _click(button("Import 3 rows"));
        ImportRun run = awaitImport();
        assertThat(run.state()).isEqualTo(ImportState.DONE);
        assertThat(text(_get(RunStep.class))).contains("Imported.", "New3", "1 row was not imported");
        assertThat(_find(Anchor.class).stream().map(Anchor::getText)).contains("Download with reasons");
    }

    @Test
    void shouldSpeakChinese() {
        open(Locale.SIMPLIFIED_CHINESE);
        upload("客户编号,日期,金额\n00017,2024-03-01,12\n".getBytes(Charset.forName("GBK")));
        assertThat(text(_get(ImportView.class))).contains("前几行", "约 1 行");
        assertThat(select("编码").getValue()).isEqualTo(TextEncoding.GB18030);

        _click(button("下一步"));
        assertThat(combo("客户编号").getValue()).isEqualTo("客户编号");
        assertThat(combo("日期或时间").getValue()).isEqualTo("日期");
        _click(button("检查"));
        awaitCheck();
        assertThat(text(_get(CheckStep.class))).contains("新建 1 位客户。", "整次导入可撤销");
    }

    @Test
    void shouldOfferToUndoWhatBroughtSettingsBack() {
        open(Locale.ENGLISH);
        upload("""
                guides:record,guide,language,written,author,whose,signs,advice
                g en,impulse,en,2026-03-02T12:00:00Z,wang.fang,OWN,Quick,Wait
                """.getBytes(StandardCharsets.UTF_8));
        _click(button("Continue"));
        _click(button("Check"));
        awaitCheck();
        assertThat(text(_get(CheckStep.class)))
                .contains("1 row is added as “Guide worded here”", "The whole import can be undone");

        _click(button("Import 1 row"));
        awaitImport();

        assertThat(text(_get(RunStep.class))).contains("Imported.");
        _assertOne(Button.class, spec -> spec.withText("Undo"));
    }

    @Test
    void shouldSayBesideTheFieldWhatIsMissing() {
        open(Locale.ENGLISH);
        upload("shop,when,amount\nA,2024-03-01,12\n".getBytes(StandardCharsets.UTF_8));
        _click(button("Continue"));
        _setValue(this.<String>select("Each row is"), "purchase");

        _click(button("Check"));

        assertThat(combo("Customer number").isInvalid()).isTrue();
        assertThat(combo("Customer number").getErrorMessage()).isEqualTo("Choose the column it stands in.");
        assertThat(combo("Date or time").isInvalid()).isTrue();
        _assertNone(CheckStep.class);
        _setValue(combo("Customer number"), "shop");
        _setValue(combo("Date or time"), "when");
        _click(button("Check"));
        awaitCheck();
        assertThat(text(_get(CheckStep.class))).contains("New1");
    }

    @Test
    void shouldRefuseWhatIsNoTableInPlainWords() {
        open(Locale.ENGLISH);
        upload(new byte[] {'P', 'K', 3, 4, 0, 0, 0});
        assertThat(text(_get(Banner.class))).contains("save the sheet as “CSV UTF-8”");
        upload(new byte[0]);
        assertThat(text(_get(Banner.class))).contains("The file is empty");
        _assertNone(PreviewTable.class);
    }

    @Test
    void shouldCheckAgainWhenAChoiceChanges() {
        open(Locale.ENGLISH);
        upload((CDNOW + " 00001 19970101  1   11.77\n").getBytes(StandardCharsets.UTF_8));
        _click(button("Continue"));
        _click(button("Check"));
        awaitCheck();
        assertThat(text(_get(CheckStep.class))).contains("New4");

        _setValue(this.<Duplicates>select("Exact duplicate rows"), Duplicates.DROP);
        awaitCheck();

        assertThat(text(_get(CheckStep.class))).contains("New3", "Exact duplicate of row 2");
    }

    @Test
    void shouldNotNameOneRowForTheDuplicatesOfSeveral() {
        open(Locale.ENGLISH);
        upload((CDNOW + " 00001 19970101  1   11.77\n 00001 19970101  1   11.77\n").getBytes(StandardCharsets.UTF_8));
        _click(button("Continue"));
        _setValue(this.<Duplicates>select("Exact duplicate rows"), Duplicates.DROP);
        _click(button("Check"));
        awaitCheck();

        assertThat(text(_find(NativeTable.class).getFirst())).contains("Exact duplicate of an earlier row2");
    }

    @Test
    void shouldCountTheRowsOfAFileInPlainWords() {
        open(Locale.ENGLISH);
        upload("customer,date,amount\n".getBytes(StandardCharsets.UTF_8));
        assertThat(text(_get(ImportView.class))).contains("no rows");
        upload("customer,date,amount\n1,2024-03-01,12\n".getBytes(StandardCharsets.UTF_8));
        assertThat(text(_get(ImportView.class))).contains("1 row").doesNotContain("1 rows");
    }

    @Test
    void shouldAskWhatBecomesOfOwnersNobodyIsCalled() {
        open(Locale.ENGLISH);
        upload("customer,name,owner\n1,Anna,wang.fang\n2,Bob,\n".getBytes(StandardCharsets.UTF_8));
        _click(button("Continue"));
        assertThat(combo("Looked after by (login or name)").getValue()).isEqualTo("owner");
        _click(button("Check"));
        awaitCheck();
        assertThat(text(_get(CheckStep.class)))
                .contains("New2", "1 row names an owner who is nobody working in this industry; it comes in without");

        _setValue(this.<UnknownOwners>select("Owners nobody here is called"), UnknownOwners.REJECT);
        awaitCheck();

        assertThat(text(_get(CheckStep.class)))
                .contains("New1", "owner names an owner who is nobody working in this industry: wang.fang");
    }

    @Test
    void shouldRefuseAnotherCurrencyWithBothNames() {
        portal.run(portal.upload(CDNOW), PlanProposal.propose(portal.vertical(), portal.upload(CDNOW)));
        open(Locale.ENGLISH);
        upload(CDNOW.getBytes(StandardCharsets.UTF_8));
        _click(button("Continue"));

        _setValue(combo("Currency of the file"), "EUR");
        _click(button("Check"));

        assertThat(combo("Currency of the file").getErrorMessage()).contains("USD", "EUR");
        _assertNone(CheckStep.class);
    }

    @Test
    void shouldShowAnImportAgainByItsAddress() {
        var file = portal.upload(CDNOW);
        ImportRun run = portal.run(file, PlanProposal.propose(portal.vertical(), file));

        open(Locale.ENGLISH, "v/retail/data/import?run=" + run.id());

        assertThat(text(_get(RunStep.class))).contains("Imported.", "New3");
        portal.undo(run.id());
        _get(RunStep.class).refresh();
        assertThat(text(_get(RunStep.class))).contains("Undone.");
    }

    @Test
    void shouldRefuseWhoMayNotImport() {
        portal.rights().become(TestRights.user(2, new Grant(Role.MANAGER, Grant.EVERYWHERE)));
        open(Locale.ENGLISH);

        _assertNone(Upload.class);
        assertThat(_find(EmptyState.class)).hasSize(1);
    }

    private void open(Locale locale) {
        open(locale, "v/retail/data/import");
    }

    private void open(Locale locale, String address) {
        TestUi.start(locale);
        ImportView view = new ImportView(
                VerticalFixture.verticals(portal.vertical()),
                portal.rights(),
                portal.announcements(),
                portal.imports(),
                new Translations());
        TestNavigation.open(view, "retail", address);
    }

    private static void upload(byte[] content) {
        UploadKt._upload(_get(Upload.class), "test.csv", "text/csv", content);
        MockVaadin.clientRoundtrip(true);
    }

    private static void awaitCheck() {
        List<JobProgress> running = _find(JobProgress.class);
        ImportFixture.await(() -> running.getFirst().job().state() != Job.State.RUNNING);
        running.getFirst().refresh();
    }

    private ImportRun awaitImport() {
        ImportRun run = portal.finished(
                portal.imports().history(portal.vertical()).getFirst().id());
        _get(RunStep.class).refresh();
        return run;
    }

    private static Button button(String text) {
        return _get(Button.class, spec -> spec.withText(text));
    }

    @SuppressWarnings("unchecked")
    private static ComboBox<String> combo(String label) {
        return _get(ComboBox.class, spec -> spec.withLabel(label));
    }

    @SuppressWarnings("unchecked")
    private <T> Select<T> select(String label) {
        return _get(Select.class, spec -> spec.withLabel(label));
    }

    private static String text(Component component) {
        return component.getElement().getTextRecursively();
    }
}
