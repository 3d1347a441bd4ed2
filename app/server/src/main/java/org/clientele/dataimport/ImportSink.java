package org.clientele.dataimport;

import java.util.List;
import org.clientele.dataimport.Interpretation.TypedRow;

/** Where the accepted rows of a file go. A check has one that forgets them. */
public interface ImportSink {
    /** Keeps nothing. */
    ImportSink NOWHERE = new ImportSink() {
        @Override
        public void store(List<BookedRow> created, List<Activity> activities) {}

        @Override
        public void storeValues(List<BookedRow> customers) {}
    };

    /** A new activity and its key. */
    record Activity(BookedRow customer, TypedRow row, long key) {}

    /** Stores new customers, telling them their ids, then the activities; all or nothing. */
    void store(List<BookedRow> created, List<Activity> activities);

    /** Stores names and attributes of customers, keeping what was there before; all or nothing. */
    void storeValues(List<BookedRow> customers);
}
