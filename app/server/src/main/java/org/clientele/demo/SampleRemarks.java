package org.clientele.demo;

import java.util.List;

/** What somebody wrote down about a contact. */
record SampleRemarks(List<Remark> chinese, List<Remark> english) {
    private static final String FILE = "sample-remarks.properties";

    record Remark(String subject, String notes) {}

    /** Remarks that fit the vertical's business. */
    static SampleRemarks of(String vertical) {
        SampleWords words = SampleWords.of(FILE, vertical);
        return new SampleRemarks(remarks(words, true), remarks(words, false));
    }

    private static List<Remark> remarks(SampleWords words, boolean chinese) {
        return words.entries("", chinese).stream()
                .map(entry -> entry.split("\\|"))
                .map(parts -> new Remark(parts[0].strip(), parts[1].strip()))
                .toList();
    }
}
