package org.clientele.plugin.ui;

import com.vaadin.flow.component.html.Span;
import org.clientele.plugin.SignerCertificate;

/** A fingerprint to compare by eye: a line ends only between groups of eight pairs. */
final class Fingerprint extends Span {
    private static final int GROUP = 8 * 3;

    Fingerprint(SignerCertificate certificate) {
        String pairs = certificate.fingerprintInPairs();
        for (int start = 0; start < pairs.length(); start += GROUP) {
            add(new Span(pairs.substring(start, Math.min(start + GROUP, pairs.length()))));
        }
        addClassName("fingerprint");
    }
}
