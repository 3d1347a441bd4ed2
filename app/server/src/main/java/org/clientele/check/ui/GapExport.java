package org.clientele.check.ui;

import com.vaadin.flow.server.streams.DownloadEvent;
import com.vaadin.flow.server.streams.DownloadHandler;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import org.clientele.check.CheckGap;
import org.clientele.check.Checks;
import org.clientele.check.GapCsv;
import org.clientele.check.GapQuery;

/** The gap list as it is shown, as a file: customer, check, what is required, what is found, what to do and which rule says so. */
final class GapExport implements DownloadHandler {
    private static final List<String> HEADINGS =
            List.of("number", "customer", "group", "check", "severity", "state", "required", "found", "remedy", "rule");

    private final Checks checks;
    private final String verticalKey;
    private final Supplier<GapQuery> query;
    private final CheckWords words;
    private final Locale locale;

    GapExport(Checks checks, String verticalKey, Supplier<GapQuery> query, CheckWords words, Locale locale) {
        this.checks = checks;
        this.verticalKey = verticalKey;
        this.query = query;
        this.words = words;
        this.locale = locale;
    }

    @Override
    public void handleDownloadRequest(DownloadEvent event) throws IOException {
        GapCsv csv = create();
        event.setFileName(verticalKey + "-gaps.csv");
        event.setContentType("text/csv;charset=utf-8");
        try (Writer writer =
                new BufferedWriter(new OutputStreamWriter(event.getOutputStream(), StandardCharsets.UTF_8))) {
            csv.write(writer);
        }
    }

    GapCsv create() {
        List<String> headings = HEADINGS.stream()
                .map(name -> words.text("check.column." + name))
                .toList();
        return checks.export(verticalKey, query.get(), headings, this::cells, locale);
    }

    private List<String> cells(CheckGap gap) {
        return List.of(
                gap.customer().ref(),
                gap.customer().title(),
                words.group(gap.check().group()),
                words.name(gap.check()),
                words.severity(gap.check().severity()),
                words.state(gap.state()),
                words.required(gap.check()),
                words.found(gap.state(), gap.found()),
                words.remedy(gap.check()),
                words.source(gap.check()));
    }
}
