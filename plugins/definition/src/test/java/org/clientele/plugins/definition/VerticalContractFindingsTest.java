package org.clientele.plugins.definition;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class VerticalContractFindingsTest {
    private static final String CLUB = DefinitionReaderTest.resource("club.yaml");

    @Test
    void shouldFindWhatCannotBeTraced() {
        assertThat(check(CLUB.replace(", source: scoring", ""), "", ""))
                .contains(
                        "vertical.yaml:47:9 /metrics/7/points/0: “visits >= 10” has no source; say where it comes from",
                        "vertical.yaml:59:5 /models/1: “risk” has no source; say where it comes from",
                        "vertical.yaml:82:5 /guides/1: “hasty” has no source; say where it comes from")
                .noneMatch(line -> line.contains("/strategies/0/plays"));
    }

    @Test
    void shouldFindWhatKeepsAVerticalFromBeingTriedOut() {
        assertThat(check(CLUB, "", ""))
                .contains(
                        "vertical.yaml:1:1: there are no “sample”; without them nobody can try the vertical out",
                        "vertical.yaml:53:30 /models/0/segments/1: the segment “grow” has no strategy, others of its model"
                                + " have; add { model: value, segment: grow }");
        assertThat(check(
                        DefinitionReaderTest.resource("shop.yaml")
                                .replaceAll("(?s)models:.*strategies:", """
                        models:
                          - id: rfm
                            kind: tiers
                            metric: monetary
                            method: fixed
                            borders: [100]
                            segments: [{ id: best, colour: segment-1 }, { id: rest, colour: segment-1 }]
                        strategies:
                        """.stripTrailing())
                                .replaceAll("(?s)tiles:.*sample:", "sample:"),
                        "",
                        ""))
                .contains(
                        "vertical.yaml:32:1 /models: 1 models; a vertical worth its name has at least 3",
                        "vertical.yaml:38:69 /models/0/segments/1/colour: another segment of the model has the colour"
                                + " “segment-1”");
    }

    @Test
    void shouldFindUncleanTexts() {
        String english =
                "vertical.name=Club 俱乐部\nvertical.summary=<b>Best</b>\nguide.calm.advice=Wait\\nListen\nodd=1\nguide.calm=…\nscreen.board.own=x\n";
        String chinese = "vertical.name=俱乐部,好\nguide.calm.advice=等待\n";

        assertThat(check(CLUB, english, chinese))
                .contains(
                        "messages.properties:1 vertical.name: “俱乐部” is Chinese among the English texts",
                        "messages.properties:2 vertical.summary: “<b>Best</b>” looks like markup; texts are shown as they stand",
                        "messages.properties:5 guide.calm: the text “guide.calm” is still to be written",
                        "messages.properties:4 odd: the text “odd” is used by nothing; remove it or correct its key",
                        "messages_zh_CN.properties:1 vertical.name: “部,”: Chinese takes full-width punctuation (，；：！？)",
                        "messages_zh_CN.properties:2 guide.calm.advice: 1 lines; the English text has 2")
                .noneMatch(line -> line.contains("screen.board.own"));
    }

    private static List<String> check(String yaml, String english, String chinese) {
        Map<String, byte[]> files = Map.of(
                "vertical.yaml", yaml.getBytes(StandardCharsets.UTF_8),
                "messages.properties", texts(yaml, english),
                "messages_zh_CN.properties", texts(yaml, chinese));
        return switch (VerticalReader.read(files::get)) {
            case VerticalReader.Result.Valid valid ->
                VerticalContract.check(valid, files::get).stream()
                        .map(Finding::toString)
                        .toList();
            case VerticalReader.Result.Invalid invalid -> throw new AssertionError(invalid.findings());
        };
    }

    /** The given texts and one for every other key. */
    private static byte[] texts(String yaml, String given) {
        String others = TextKeys.of(DefinitionReaderTest.valid(yaml)).keySet().stream()
                .filter(key -> !given.contains(key + "="))
                .map(key -> key + "=x")
                .collect(Collectors.joining("\n"));
        return (given + others).getBytes(StandardCharsets.UTF_8);
    }
}
