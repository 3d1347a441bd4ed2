package org.clientele.dataimport;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import org.clientele.cases.CaseRowsFixture;
import org.clientele.cases.persistence.PolicyDao;
import org.clientele.cases.persistence.PolicyRecords;
import org.clientele.churn.persistence.KeepingCostRecords;
import org.clientele.churn.persistence.LossRecords;
import org.clientele.common.ClienteleProperties;
import org.clientele.common.persistence.TestDatabase;
import org.clientele.consent.persistence.ConsentRecords;
import org.clientele.customer.persistence.AttributeChangeRecords;
import org.clientele.customer.persistence.ViewRecords;
import org.clientele.dataimport.persistence.ExportDao;
import org.clientele.dataimport.persistence.ImportContentDao;
import org.clientele.guide.persistence.GuideRecords;
import org.clientele.guide.persistence.GuideTextDao;
import org.clientele.interaction.persistence.InteractionRecords;
import org.clientele.knowledge.persistence.ArticleRecords;
import org.clientele.loyalty.persistence.PointsRecords;
import org.clientele.loyalty.persistence.ProgrammeDao;
import org.clientele.loyalty.persistence.ProgrammeRecords;
import org.clientele.market.persistence.MarketRecords;
import org.clientele.plugin.VerticalContent;
import org.clientele.plugin.VerticalExport;
import org.clientele.plugin.VerticalFixture;
import org.clientele.privacy.persistence.ErasureRecords;
import org.clientele.segment.persistence.ModelDraftDao;
import org.clientele.segment.persistence.ModelRecords;
import org.clientele.segment.persistence.ModelVersionDao;
import org.clientele.segment.persistence.OwnModelDao;
import org.clientele.segment.persistence.OwnModelRecords;
import org.clientele.segment.persistence.StudioRecords;
import org.clientele.stakeholder.persistence.ScoreDao;
import org.clientele.stakeholder.persistence.StakeholderRecords;
import org.clientele.strategy.persistence.EnrolmentDao;
import org.clientele.strategy.persistence.EnrolmentRecords;
import org.clientele.strategy.persistence.RunningStrategyDao;
import org.clientele.strategy.persistence.StrategyDraftRecords;
import org.clientele.strategy.persistence.StrategyEntryDao;
import org.clientele.strategy.persistence.StrategyEntryRecords;
import org.clientele.strategy.persistence.StrategyRecords;
import org.clientele.strategy.persistence.StrategySettingDao;
import org.clientele.strategy.persistence.StrategySettingRecords;
import org.clientele.strategy.persistence.StrategyVersionDao;
import org.clientele.strategy.persistence.TaskRecords;
import org.clientele.strategy.persistence.TreatmentOrderDao;
import org.clientele.strategy.persistence.TreatmentRecords;
import org.clientele.survey.persistence.InvitationRecords;
import org.clientele.survey.persistence.SurveyRecords;
import org.clientele.workflow.persistence.WorkflowRecords;
import org.clientele.worklist.persistence.WorkNoteRecords;

/** What the imports of a vertical leave, and the export of its data, for tests of its removal. */
public final class ImportContents {
    private ImportContents() {}

    public static VerticalContent of(TestDatabase database, Path data) {
        return new ImportContent(
                new ImportContentDao(database.jdbi()),
                new ClienteleProperties(data, false, false, null, new ClienteleProperties.Database("", "", "")),
                Clock.systemUTC());
    }

    static RecordFeatures records(TestDatabase database, Path data) {
        return new RecordFeatures(List.of(
                new InteractionRecords(database.jdbi()),
                CaseRowsFixture.records(database, data),
                CaseRowsFixture.files(database, data),
                new PolicyRecords(database.jdbi(), new PolicyDao(database.jdbi())),
                new WorkflowRecords(database.jdbi()),
                new ViewRecords(database.jdbi()),
                new WorkNoteRecords(database.jdbi()),
                new AttributeChangeRecords(database.jdbi(), database.dialect()),
                new ConsentRecords(database.jdbi()),
                new ErasureRecords(database.jdbi()),
                new PointsRecords(database.jdbi(), database.dialect(), VerticalFixture.store(database)),
                new ProgrammeRecords(new ProgrammeDao(database.jdbi()), database.jdbi()),
                new SurveyRecords(database.jdbi()),
                new InvitationRecords(database.jdbi(), database.dialect()),
                new LossRecords(database.jdbi()),
                new KeepingCostRecords(database.jdbi()),
                new ArticleRecords(database.jdbi()),
                new StakeholderRecords(database.jdbi(), new ScoreDao(database.jdbi())),
                new MarketRecords(database.jdbi()),
                new GuideRecords(new GuideTextDao(database.jdbi()), database.jdbi()),
                new OwnModelRecords(new OwnModelDao(database.jdbi()), database.jdbi()),
                new ModelRecords(new ModelVersionDao(database.jdbi()), database.jdbi()),
                new StudioRecords(
                        new ModelDraftDao(database.jdbi()), new ModelVersionDao(database.jdbi()), database.jdbi()),
                new StrategyRecords(new StrategyVersionDao(database.jdbi()), database.jdbi()),
                new StrategyDraftRecords(new StrategyVersionDao(database.jdbi()), database.jdbi()),
                new StrategyEntryRecords(database.jdbi(), new StrategyEntryDao(database.jdbi(), database.dialect())),
                new StrategySettingRecords(new StrategySettingDao(database.jdbi()), database.jdbi()),
                new EnrolmentRecords(database.jdbi(), new EnrolmentDao(database.jdbi(), database.dialect())),
                new TaskRecords(database.jdbi()),
                new TreatmentRecords(
                        new RunningStrategyDao(database.jdbi()),
                        new TreatmentOrderDao(database.jdbi()),
                        database.jdbi())));
    }

    /** @param data where files of cases lie */
    public static VerticalExport export(TestDatabase database, Path data) {
        return new DataExport(new ExportDao(database.jdbi()), records(database, data));
    }
}
