package org.clientele.survey;

/**
 * A survey of a vertical.
 *
 * @param running whether customers can be asked and can answer
 * @param invited how many were asked by a link
 * @param answered how many of those answered
 * @param byStaff how many answers staff entered
 * @param version counts changes of what it asks
 */
public record Survey(
        long id, SurveyData data, boolean running, long invited, long answered, long byStaff, int version) {
    /** Whether what it asks can still change: nobody was asked yet. */
    public boolean isFresh() {
        return invited == 0 && byStaff == 0;
    }
}
