-- Answers and questions of a time are summed without touching other years.
CREATE INDEX survey_invitation_answered ON survey_invitation (vertical_id, answered_at, by_staff, nps, csat);
CREATE INDEX survey_invitation_invited ON survey_invitation (vertical_id, invited_at, by_staff, answered_at);
