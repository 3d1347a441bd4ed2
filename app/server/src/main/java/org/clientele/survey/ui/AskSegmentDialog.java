package org.clientele.survey.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.server.streams.DownloadHandler;
import com.vaadin.flow.server.streams.DownloadResponse;
import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.clientele.access.ui.LinkDialog;
import org.clientele.common.Problem;
import org.clientele.common.ui.AnswerPanel;
import org.clientele.common.ui.DownloadButton;
import org.clientele.common.ui.Messages;
import org.clientele.customer.CsvCells;
import org.clientele.plugin.Vertical;
import org.clientele.plugins.api.Texts;
import org.clientele.segment.SegmentName;
import org.clientele.survey.SegmentInvitations;
import org.clientele.survey.SegmentInvitations.Made;
import org.clientele.survey.Survey;

/** Asks all customers of a segment: makes the links in the background and gives them as a list, this once. */
final class AskSegmentDialog extends Dialog {
    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private final transient SurveyServices services;
    private final transient SurveyWords words;
    private final transient Vertical vertical;
    private final transient Survey survey;
    private final Div body = new Div();
    private final Button make;

    AskSegmentDialog(SurveyServices services, SurveyWords words, Vertical vertical, Survey survey) {
        this.services = services;
        this.words = words;
        this.vertical = vertical;
        this.survey = survey;
        setHeaderTitle(words.text("survey.segment"));
        setWidth("min(560px, 96vw)");
        setCloseOnOutsideClick(false);
        Select<SegmentName> segment = new Select<>();
        segment.setLabel(words.text("survey.segment.choose"));
        segment.setItems(segments());
        segment.setItemLabelGenerator(this::name);
        segment.setWidthFull();
        Paragraph text = new Paragraph(words.text("survey.segment.text", SegmentInvitations.REST_DAYS));
        text.addClassName("text");
        body.addClassName("stack");
        body.add(text, segment);
        add(body);
        make = new Button(words.text("survey.segment.make"), click -> make(segment.getValue()));
        make.addThemeVariants(ButtonVariant.PRIMARY);
        make.setEnabled(false);
        segment.addValueChangeListener(change -> make.setEnabled(change.getValue() != null));
        getFooter().add(new Button(words.text("common.close"), click -> close()), make);
    }

    private List<SegmentName> segments() {
        return vertical.definition().models().stream()
                .flatMap(model -> model.segments().stream().map(one -> new SegmentName(model.id(), one.id())))
                .toList();
    }

    private String name(SegmentName segment) {
        return vertical.text(words.locale(), Texts.model(segment.model())) + " · "
                + vertical.text(words.locale(), Texts.segment(segment.model(), segment.segment()));
    }

    private void make(SegmentName segment) {
        String address = LinkDialog.address(SurveyNavigation.LINK);
        try {
            var answer = services.asking().invite(vertical, survey.id(), segment);
            body.removeAll();
            make.setVisible(false);
            body.add(new AnswerPanel<>(words.text("survey.segment.making"), answer, made -> made(made, address)));
        } catch (Problem problem) {
            Messages.problem(problem);
        }
    }

    private Component made(Made made, String address) {
        Paragraph text = new Paragraph(words.text(
                "survey.segment.made",
                words.formats().whole(made.lines().size()),
                words.formats().whole(made.refused()),
                words.formats().whole(made.asked())));
        text.addClassNames("text", "pre-line");
        Div result = new Div(text);
        result.addClassName("stack");
        if (!made.lines().isEmpty()) {
            result.add(new DownloadButton(
                    "survey-links", words.text("survey.segment.csv"), DownloadHandler.fromInputStream(event -> {
                        byte[] bytes = csv(words, made, address).getBytes(StandardCharsets.UTF_8);
                        return new DownloadResponse(
                                new ByteArrayInputStream(bytes),
                                "survey-" + survey.id() + "-links.csv",
                                "text/csv; charset=utf-8",
                                bytes.length);
                    })));
        }
        return result;
    }

    /** No cell is a formula. */
    static String csv(SurveyWords words, Made made, String address) {
        StringWriter text = new StringWriter();
        text.write(BYTE_ORDER_MARK);
        try (CsvWriter csv =
                CsvWriter.builder().lineDelimiter(LineDelimiter.CRLF).build(text)) {
            csv.writeRecord(
                    words.text("survey.csv.number"),
                    words.text("survey.csv.name"),
                    words.text("survey.csv.link"),
                    words.text("survey.csv.until"));
            made.lines()
                    .forEach(line -> csv.writeRecord(
                            CsvCells.safe(line.ref()),
                            CsvCells.safe(line.name()),
                            address + line.token(),
                            made.expiresAt().toString()));
        } catch (IOException failure) {
            throw new UncheckedIOException("A list in memory could not be written", failure);
        }
        return text.toString();
    }
}
