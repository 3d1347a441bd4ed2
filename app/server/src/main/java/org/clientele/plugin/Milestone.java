package org.clientele.plugin;

/** How far a change of a plugin is. */
public enum Milestone {
    /** Nothing is done yet. */
    BEGINNING,
    /** Waits for running work to end. */
    WAITING,
    /** Compares the versions with the data. */
    CHECKING,
    /** Makes tables and columns. */
    PREPARING,
    /** Takes over values, while people go on working. */
    COPYING,
    /** Takes over the last values, while people stand back for a moment. */
    CATCHING_UP,
    /** Loads the classes. */
    LOADING,
    /** Writes down that the change is made; up to here nothing has changed for anybody. */
    SWITCHING,
    /** Written down; screens follow. */
    SWITCHED,
    /** Counts and writes files. */
    EXPORTING,
    /** Deletes rows. */
    DELETING,
    /** Removes what nobody needs any more. */
    TIDYING
}
