package org.clientele.dataimport.ui;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.server.streams.DownloadHandler;
import com.vaadin.flow.server.streams.DownloadResponse;
import java.io.InputStream;

/** A link that downloads the rejected rows; many of them come compressed. */
final class RejectedDownload {
    private static final long MANY = 50_000;

    private RejectedDownload() {}

    /** Opens the rows, as they are or as a gzip file. */
    @FunctionalInterface
    interface Source {
        InputStream open(boolean gzip);
    }

    static Anchor create(ImportTexts texts, String fileName, long rows, Source source) {
        boolean gzip = rows > MANY;
        String name = name(fileName) + (gzip ? ".gz" : "");
        DownloadHandler handler = DownloadHandler.fromInputStream(
                event -> new DownloadResponse(source.open(gzip), name, gzip ? "application/gzip" : "text/csv", -1));
        Anchor link = new Anchor(handler, texts.text("dataimport.rejected.download"));
        link.addClassName("card-link");
        return link;
    }

    /** {@code sales.csv.gz} becomes {@code sales-rejected.csv}. */
    private static String name(String fileName) {
        String plain = fileName.endsWith(".gz") ? fileName.substring(0, fileName.length() - 3) : fileName;
        int dot = plain.lastIndexOf('.');
        return dot <= 0 ? plain + "-rejected.csv" : plain.substring(0, dot) + "-rejected" + plain.substring(dot);
    }
}
