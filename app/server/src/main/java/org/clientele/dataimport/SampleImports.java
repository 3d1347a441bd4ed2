package org.clientele.dataimport;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.clientele.access.Permission;
import org.clientele.access.Rights;
import org.clientele.access.User;
import org.clientele.common.Job;
import org.clientele.common.Money;
import org.clientele.common.Problem;
import org.clientele.dataimport.persistence.ImportRunDao;
import org.clientele.dataimport.persistence.SampleDao;
import org.clientele.dataimport.sample.SampleData;
import org.clientele.dataimport.sample.SampleSet;
import org.clientele.plugin.Vertical;
import org.clientele.plugins.api.Texts;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Fills a vertical that is still empty with data made from its recipe, so that it can be tried; listed and undone like an import. */
@Service
public class SampleImports {
    private final SampleDao samples;
    private final ImportJobs work;
    private final Rights rights;
    private final Clock clock;
    private final TransactionTemplate transactions;

    SampleImports(
            SampleDao samples,
            ImportJobs work,
            Rights rights,
            Clock clock,
            PlatformTransactionManager transactionManager) {
        this.samples = samples;
        this.work = work;
        this.rights = rights;
        this.clock = clock;
        this.transactions = new TransactionTemplate(transactionManager);
    }

    /** A customer made and stored, with the number of its activities. */
    public record Stored(long id, SampleSet.Person person, int activities) {}

    /**
     * What a vertical is filled with.
     *
     * @param owners ids of users who look after every other customer in turn; empty: nobody does
     * @param then is told what was stored, before the import counts as done
     */
    public record Filling(SampleSet set, List<Long> owners, Consumer<List<Stored>> then) {
        public Filling {
            owners = List.copyOf(owners);
        }
    }

    /** Whether the user can fill the vertical: it brings a recipe and holds nothing yet. */
    public boolean isOffered(Vertical vertical) {
        return rights.may(Permission.IMPORT_DATA, vertical.key())
                && vertical.definition().sample() != null
                && samples.isEmpty(vertical);
    }

    /**
     * Fills the vertical in the background with a history that ends yesterday.
     *
     * @param reader whose language the texts of the sample are in
     * @return the import's number
     * @throws Problem when the vertical holds something, brings no recipe, or an import goes on
     */
    public long start(Vertical vertical, Locale reader) {
        rights.require(Permission.IMPORT_DATA, vertical.key());
        if (vertical.definition().sample() == null) {
            throw new Problem("dataimport.problem.no-sample");
        }
        LocalDate yesterday = LocalDate.now(clock).minusDays(1);
        int digits = Money.fractionDigits(vertical.currency());
        return begin(vertical, new Work(vertical) {
                    @Override
                    Filling filling() {
                        SampleSet set =
                                SampleData.make(vertical.definition(), digits, yesterday, words(vertical, reader));
                        return new Filling(set, List.of(), stored -> {});
                    }
                })
                .id();
    }

    /** What texts of the vertical's recipe say to a reader. */
    public static UnaryOperator<String> words(Vertical vertical, Locale reader) {
        return word -> {
            String said = vertical.texts().find(reader, Texts.sample(word));
            return said == null ? word : said;
        };
    }

    /** Fills the vertical in the background with what was made before. */
    public Job start(Vertical vertical, Filling filling) {
        rights.require(Permission.IMPORT_DATA, vertical.key());
        return begin(vertical, new Work(vertical) {
                    @Override
                    Filling filling() {
                        return filling;
                    }
                })
                .job();
    }

    private record Begun(long id, Job job) {}

    private Begun begin(Vertical vertical, Work filled) {
        User user = rights.user();
        long id = Objects.requireNonNull(transactions.execute(_ -> {
            ImportRunDao.Beginning beginning =
                    new ImportRunDao.Beginning(ImportPlan.SAMPLE, "", "", 0, "", user.displayName());
            long begun = work.begin(vertical, beginning);
            if (!samples.isEmpty(vertical)) {
                throw new Problem("dataimport.problem.not-empty");
            }
            return begun;
        }));
        filled.id = id;
        return new Begun(id, work.start(vertical, id, user, filled));
    }

    /** Stores piece by piece, so that a big recipe needs no big transaction. */
    private abstract class Work implements ImportJobs.Work {
        private final Vertical vertical;
        private long id;

        Work(Vertical vertical) {
            this.vertical = vertical;
        }

        abstract Filling filling();

        @Override
        public ImportJobs.Result store(Job job) {
            Filling filling = filling();
            SampleStore store = new SampleStore(samples, vertical, id, filling, clock.instant(), transactions, job);
            List<Stored> stored = store.store();
            if (!job.isCancelled()) {
                filling.then().accept(stored);
            }
            long rows = filling.set().rows();
            int customers = filling.set().people().size();
            return new ImportJobs.Result(new ImportRun.Counts(rows, rows, 0, 0, 0, customers, 0), null, List.of());
        }
    }
}
