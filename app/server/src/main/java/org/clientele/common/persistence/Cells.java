package org.clientele.common.persistence;

import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** The cells of a row that is read, by their places from 1. */
public interface Cells {
    /** Whether the cell that was read last is missing. */
    boolean isMissing(int column) throws SQLException;

    /** A whole number of any size, 0 when missing. */
    long whole(int column) throws SQLException;

    /** 0 when missing. */
    double decimal(int column) throws SQLException;

    /** False when missing. */
    boolean flag(int column) throws SQLException;

    @Nullable
    String text(int column) throws SQLException;

    /** The days from 1970-01-01 to a date, 0 when missing. */
    int date(int column) throws SQLException;

    /** The days from 1970-01-01 to a timestamp that is not missing. */
    int day(int column) throws SQLException;

    /** The seconds from midnight to a timestamp that is not missing, fractions cut off. */
    int second(int column) throws SQLException;
}
