package org.clientele.plugins.definition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.clientele.plugins.api.ArticleDefinition;
import org.clientele.plugins.api.VerticalDefinition;
import org.junit.jupiter.api.Test;

class MessagesReaderTest {
    private static final VerticalDefinition SHOP = shop();
    private static final Set<String> KEYS = TextKeys.of(SHOP).keySet();
    private static final String ENGLISH = texts("text of ");
    private static final String CHINESE = texts("文案 ");

    @Test
    void shouldReadBothLanguages() {
        MessagesResult result = read(ENGLISH, CHINESE);

        assertThat(result).isInstanceOfSatisfying(MessagesResult.Valid.class, valid -> {
            assertThat(valid.texts().get(Locale.ENGLISH, "vertical.name")).isEqualTo("text of vertical.name");
            assertThat(valid.texts().get(Locale.SIMPLIFIED_CHINESE, "model.rfm.segment.best"))
                    .isEqualTo("文案 model.rfm.segment.best");
        });
    }

    @Test
    void shouldNeedTextsForEverythingShown() {
        assertThat(KEYS)
                .contains(
                        "vertical.name",
                        "vertical.summary",
                        "attribute.gender.value.woman",
                        "activity.purchase.field.channel.value.online",
                        "metric.frequency.help",
                        "model.life.parameter.lapse_days",
                        "model.rfm.segment.best.help",
                        "strategy.rfm.best.goal",
                        "strategy.rfm.best.actions",
                        "import.orders",
                        "source.s1",
                        "tile.grid.help");
    }

    @Test
    void shouldReportMissingTextOfEachLanguage() {
        List<Finding> findings = invalid(
                ENGLISH.replace("metric.frequency=", "metric.frequenzy="), CHINESE.replace("tile.grid=", "tile.girt="));

        assertThat(findings).extracting(Finding::kind).containsOnly(FindingKind.TEXT_MISSING);
        assertThat(findings)
                .extracting(Finding::toString)
                .containsExactly(
                        "messages.properties:%d metric.frequency: the text “metric.frequency” is missing; add a line metric.frequency=… (vertical.yaml /metrics/1)"
                                .formatted(KEYS.size() + 1),
                        "messages_zh_CN.properties:%d tile.grid: the text “tile.grid” is missing; add a line tile.grid=… (vertical.yaml /tiles/3)"
                                .formatted(KEYS.size() + 1));
    }

    @Test
    void shouldReportEmptyAndDuplicateTextWithItsLine() {
        List<Finding> findings = invalid(
                "# comment \\\nvertical.name=\n" + ENGLISH.replace("vertical.summary", "vertical.name"), CHINESE);

        assertThat(findings)
                .extracting(Finding::kind, Finding::line, Finding::path)
                .contains(
                        tuple(FindingKind.TEXT_EMPTY, 2, "vertical.name"),
                        tuple(FindingKind.DUPLICATE_KEY, 3, "vertical.name"));
    }

    @Test
    void shouldReportAnArticleThatIsTooLongWithItsLine() {
        VerticalDefinition shop =
                SHOP.withArticles(List.of(new ArticleDefinition("returns", List.of(), List.of(), List.of(), null)));
        String longest = ENGLISH + "article.returns=" + "t".repeat(150) + "\narticle.returns.text=" + "x".repeat(8_000);
        String tooLong = CHINESE + "article.returns=" + "题".repeat(151) + "\narticle.returns.text=" + "文".repeat(8_001);

        MessagesResult result = MessagesReader.read(
                shop, longest.getBytes(StandardCharsets.UTF_8), tooLong.getBytes(StandardCharsets.UTF_8));

        assertThat(result)
                .isInstanceOfSatisfying(MessagesResult.Invalid.class, invalid -> assertThat(invalid.findings())
                        .extracting(Finding::toString)
                        .containsExactly(
                                "messages_zh_CN.properties:%d article.returns: 151 characters; expected ≤ 150"
                                        .formatted(KEYS.size() + 1),
                                "messages_zh_CN.properties:%d article.returns.text: 8001 characters; expected ≤ 8000"
                                        .formatted(KEYS.size() + 2)));
    }

    @Test
    void shouldJoinContinuedLinesAndKeepLinesRight() {
        String continued = "vertical.name=Shop \\\n   and more\nodd=1\n" + ENGLISH.replace("vertical.name=", "# ");

        assertThat(read(continued, CHINESE)).isInstanceOfSatisfying(MessagesResult.Valid.class, valid -> assertThat(
                        valid.texts().get(Locale.ENGLISH, "vertical.name"))
                .isEqualTo("Shop and more"));
        assertThat(MessagesReader.unused(SHOP, "messages.properties", utf8(continued)))
                .singleElement()
                .hasToString(
                        "messages.properties:3 odd: the text “odd” is used by nothing; remove it or correct its key");
    }

    @Test
    void shouldReportMissingFileWrongEncodingAndBrokenEscape() {
        byte[] gbk = CHINESE.getBytes(Charset.forName("GBK"));

        assertThat(findings(MessagesReader.read(SHOP, utf8(ENGLISH), null)))
                .singleElement()
                .hasToString("messages_zh_CN.properties: the file messages_zh_CN.properties is missing");
        assertThat(findings(MessagesReader.read(SHOP, utf8(ENGLISH), gbk)))
                .extracting(Finding::kind)
                .containsExactly(FindingKind.NOT_UTF8);
        assertThat(invalid("a=\\u12\n" + ENGLISH, CHINESE))
                .extracting(Finding::kind)
                .containsExactly(FindingKind.TEXT_MALFORMED);
    }

    private static String texts(String prefix) {
        return KEYS.stream().map(key -> key + "=" + prefix + key).collect(Collectors.joining("\n", "", "\n"));
    }

    private static MessagesResult read(String english, String chinese) {
        return MessagesReader.read(SHOP, utf8(english), utf8(chinese));
    }

    private static List<Finding> invalid(String english, String chinese) {
        return findings(read(english, chinese));
    }

    private static List<Finding> findings(MessagesResult result) {
        return result instanceof MessagesResult.Invalid(List<Finding> findings) ? findings : List.of();
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static VerticalDefinition shop() {
        byte[] yaml = utf8(DefinitionReaderTest.resource("shop.yaml"));
        return switch (DefinitionReader.read(yaml, "shop.yaml")) {
            case DefinitionResult.Valid(VerticalDefinition vertical) -> vertical;
            case DefinitionResult.Invalid(List<Finding> findings) -> throw new AssertionError(findings.toString());
        };
    }
}
