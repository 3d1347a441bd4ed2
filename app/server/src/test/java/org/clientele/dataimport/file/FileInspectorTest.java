package org.clientele.dataimport.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.clientele.common.Problem;
import org.clientele.dataimport.RealData;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class FileInspectorTest {
    private static final String CHINESE = "客户编号,姓名,城市,日期\n00017,王小明,北京,2024-03-01\n00018,李丽,上海,2024-12-31\n";

    @TempDir
    private Path folder;

    static Stream<Arguments> encodings() {
        return Stream.of(
                Arguments.of("UTF-8", "", TextEncoding.UTF_8),
                Arguments.of("UTF-8", "\uFEFF", TextEncoding.UTF_8),
                Arguments.of("GBK", "", TextEncoding.GB18030),
                Arguments.of("GB18030", "", TextEncoding.GB18030),
                Arguments.of("UTF-16LE", "", TextEncoding.UTF_16LE),
                Arguments.of("UTF-16LE", "\uFEFF", TextEncoding.UTF_16LE),
                Arguments.of("UTF-16BE", "", TextEncoding.UTF_16BE),
                Arguments.of("UTF-16BE", "\uFEFF", TextEncoding.UTF_16BE));
    }

    @ParameterizedTest
    @MethodSource("encodings")
    void shouldDetectTheEncoding(String charset, String mark, TextEncoding expected) {
        FileInspection found = inspect((mark + CHINESE).getBytes(Charset.forName(charset)));

        assertThat(found.format().encoding()).isEqualTo(expected);
        assertThat(found.columns()).containsExactly("客户编号", "姓名", "城市", "日期");
        assertThat(found.rows().getFirst().values()).containsExactly("00017", "王小明", "北京", "2024-03-01");
        assertThat(found.lines()).isEqualTo(3);
    }

    @Test
    void shouldReadWesternLettersWithoutTakingThemForChinese() {
        FileInspection found = inspect("id,name\n1,Müller\n2,José\n3,Åse\n".getBytes(Charset.forName("windows-1252")));

        assertThat(found.format().encoding()).isEqualTo(TextEncoding.WINDOWS_1252);
        assertThat(found.rows().getFirst().value(1)).isEqualTo("Müller");
    }

    @ParameterizedTest
    @CsvSource(
            delimiterString = " -> ",
            ignoreLeadingAndTrailingWhitespace = true,
            value = {
                "id,name;1,\"Li, Ming\";2,Wang -> COMMA",
                "id|name;1|Li;2|Wang -> PIPE",
                "id\tname;1\tLi Ming;2\tWang Fang -> TAB",
                "id date amount;001 19970101   11.77;002 19970112   12.00 -> BLANKS"
            })
    void shouldDetectTheSeparator(String lines, Separator expected) {
        FileInspection found = inspect(lines.replace(';', '\n').getBytes(StandardCharsets.UTF_8));

        assertThat(found.format().separator()).isEqualTo(expected);
        assertThat(found.columns()).contains("id");
    }

    @Test
    void shouldTakeSemicolonsForTheSeparatorWhereCommasStandInNumbers() {
        FileInspection found = inspect("1,50;2,75\n2,25;3,10\n3,00;4,20\n".getBytes(StandardCharsets.UTF_8));

        assertThat(found.format().separator()).isEqualTo(Separator.SEMICOLON);
        assertThat(found.format().decimals()).isEqualTo(DecimalMark.COMMA);
        assertThat(found.format().header()).isFalse();
        assertThat(found.columns()).containsExactly("#1", "#2");
    }

    @ParameterizedTest
    @CsvSource({
        "19970101, yyyyMMdd, false",
        "2010-12-01 08:26:00, yyyy-M-d, false",
        "2010-12-01T08:26:00Z, yyyy-M-d, false",
        "2010/1/5, yyyy/M/d, false",
        "2024年3月1日, yyyy年M月d日, false",
        "31/12/2016, d/M/yyyy, false",
        "12/31/2016 4:05 PM, M/d/yyyy, false",
        "3/4/2016, d/M/yyyy, true",
        "31.12.2016, d.M.yyyy, false",
        "12-31-2016, M-d-yyyy, false"
    })
    void shouldDetectDates(String date, String expected, boolean unsure) {
        FileInspection found = inspect(("id,when\nA1," + date + "\n").getBytes(StandardCharsets.UTF_8));

        assertThat(found.format().dates()).isEqualTo(expected);
        assertThat(found.dayFirstUnsure()).isEqualTo(unsure);
    }

    @Test
    void shouldNotClaimToHaveFoundDatesWhereThereAreNone() {
        FileInspection found = inspect("id,when\nA1,5\n".getBytes(StandardCharsets.UTF_8));

        assertThat(found.dated()).isFalse();
        assertThat(inspect("id,when\nA1,2026-01-31\n".getBytes(StandardCharsets.UTF_8))
                        .dated())
                .isTrue();
    }

    @Test
    void shouldDecideBetweenDayAndMonthByAllRows() {
        FileInspection found =
                inspect("id,when\nA,1/2/2016\nB,2/2/2016\nC,2/29/2016\n".getBytes(StandardCharsets.UTF_8));

        assertThat(found.format().dates()).isEqualTo("M/d/yyyy");
        assertThat(found.dayFirstUnsure()).isFalse();
    }

    @Test
    void shouldFollowWhatSomebodyChose() {
        FormatChoices choices =
                new FormatChoices(TextEncoding.GB18030, Separator.COMMA, false, "d/M/yyyy", DecimalMark.COMMA);

        FileInspection found = FileInspector.inspect(keep(CHINESE.getBytes(Charset.forName("GBK"))), choices);

        assertThat(found.format())
                .isEqualTo(new FileFormat(TextEncoding.GB18030, Separator.COMMA, false, "d/M/yyyy", DecimalMark.COMMA));
        assertThat(found.columns()).containsExactly("#1", "#2", "#3", "#4");
        assertThat(found.rows()).hasSize(3);
    }

    @Test
    void shouldNameEqualColumnsApart() {
        FileInspection found = inspect("id,note,note\n1,a,b\n".getBytes(StandardCharsets.UTF_8));
        FileInspection forced = FileInspector.inspect(found.file(), new FormatChoices(null, null, true, null, null));

        assertThat(forced.columns()).containsExactly("id", "note", "note #3");
    }

    @Test
    void shouldReadGzipWhateverItsName() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
            gzip.write(CHINESE.getBytes(Charset.forName("GBK")));
        }

        FileInspection found = inspect(bytes.toByteArray());

        assertThat(found.file().gzip()).isTrue();
        assertThat(found.format().encoding()).isEqualTo(TextEncoding.GB18030);
    }

    @Test
    void shouldRefuseAnArchiveThatUnpacksTooFar() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
            byte[] line = "1,aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa\n"
                    .repeat(1000)
                    .getBytes(StandardCharsets.UTF_8);
            for (long written = 0; written <= StoredFile.LARGEST; written += line.length) {
                gzip.write(line);
            }
        }

        assertProblem(bytes.toByteArray(), "dataimport.problem.too-large");
    }

    @Test
    void shouldRefuseWhatIsNoTable() {
        assertProblem(new byte[0], "dataimport.problem.empty");
        assertProblem("\n\n  \n".getBytes(StandardCharsets.UTF_8), "dataimport.problem.empty");
        assertProblem(new byte[] {'P', 'K', 3, 4, 0, 0}, "dataimport.problem.spreadsheet");
        assertProblem(new byte[] {0, 1, 2, 3, 0, 0, 7, 9, 0, 1}, "dataimport.problem.binary");
        assertProblem(new byte[] {0x1f, (byte) 0x8b, 8, 0, 1, 2, 3}, "dataimport.problem.damaged");
    }

    @Test
    void shouldPassOverBlankRowsButCountThem() {
        try (RowReader rows = RowReader.open(
                keep("id,name\n\n1,\"two\nlines\"\n , \n2,b\n".getBytes(StandardCharsets.UTF_8)),
                TextEncoding.UTF_8,
                Separator.COMMA)) {
            assertThat(Stream.generate(rows::next).limit(3).map(RawRow::number)).containsExactly(1L, 3L, 5L);
            assertThat(rows.next()).isNull();
        }
    }

    @Test
    void shouldNameTheRowOfAQuoteThatNeverEnds() {
        StoredFile file = keep(("id,name\n1,a\n2,\"" + "x,y\n".repeat(500_000)).getBytes(StandardCharsets.UTF_8));
        try (RowReader rows = RowReader.open(file, TextEncoding.UTF_8, Separator.COMMA)) {
            rows.next();
            rows.next();
            assertThatThrownBy(rows::next)
                    .isInstanceOf(Problem.class)
                    .extracting(
                            failure -> ((Problem) failure).arguments(), InstanceOfAssertFactories.array(Object[].class))
                    .containsExactly(3L);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"../../etc/passwd", "C:\\temp\\passwd", "pass\nwd"})
    void shouldKeepNothingOfAPathInAName(String name) {
        StoredFile file = new UploadFolder(folder).keep(name, new ByteArrayInputStream(new byte[] {'a'}));

        assertThat(file.name()).isEqualTo("passwd");
        assertThat(file.path().getParent()).isEqualTo(folder);
    }

    @Test
    void shouldRecogniseTheFormatOfRealFiles() {
        FileInspection cdnow = inspectReal("retail/CDNOW_master.txt");
        assertThat(cdnow.format())
                .isEqualTo(new FileFormat(TextEncoding.UTF_8, Separator.BLANKS, true, "yyyyMMdd", DecimalMark.POINT));
        assertThat(cdnow.columns()).containsExactly("customer_id", "date", "number_of_cds", "dollar_value");
        assertThat(cdnow.rows().getFirst().values()).containsExactly("00001", "19970101", "1", "11.77");

        FileInspection sample = inspectReal("retail/CDNOW_sample.txt");
        assertThat(sample.format().header()).isFalse();
        assertThat(sample.format().separator()).isEqualTo(Separator.BLANKS);

        FileInspection online = inspectReal("retail/online_retail.csv.gz");
        assertThat(online.format())
                .isEqualTo(new FileFormat(TextEncoding.UTF_8, Separator.COMMA, true, "yyyy-M-d", DecimalMark.POINT));
        assertThat(online.lines()).isEqualTo(541_910);

        FileInspection bank = inspectReal("banking/bank-additional-full.csv.gz");
        assertThat(bank.format().separator()).isEqualTo(Separator.SEMICOLON);
        assertThat(bank.format().decimals()).isEqualTo(DecimalMark.POINT);

        FileInspection incidents = inspectReal("service/incident_event_log.csv.gz");
        assertThat(incidents.format().dates()).isEqualTo("d/M/yyyy");
    }

    private FileInspection inspectReal(String name) {
        try (InputStream in = Files.newInputStream(RealData.file(name))) {
            return FileInspector.inspect(new UploadFolder(folder).keep(name, in), FormatChoices.NONE);
        } catch (IOException failure) {
            throw new AssertionError(failure);
        }
    }

    private void assertProblem(byte[] content, String key) {
        assertThatThrownBy(() -> inspect(content))
                .isInstanceOf(Problem.class)
                .extracting(failure -> ((Problem) failure).key())
                .isEqualTo(key);
    }

    private FileInspection inspect(byte[] content) {
        return FileInspector.inspect(keep(content), FormatChoices.NONE);
    }

    private StoredFile keep(byte[] content) {
        return new UploadFolder(folder).keep("test.csv", new ByteArrayInputStream(content));
    }

    @Test
    void shouldListPatternsThatAllParse() {
        assertThat(DateText.PATTERNS).allSatisfy(pattern -> assertThat(new DateText(pattern).parse("x"))
                .isNull());
        assertThat(List.of("2023-02-29", "0000-01-01", "2023-13-01"))
                .allSatisfy(
                        day -> assertThat(new DateText("yyyy-M-d").parse(day)).isNull());
    }
}
