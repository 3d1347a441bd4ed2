package org.clientele.engine.model;

import java.time.LocalDate;
import java.util.Objects;
import org.clientele.engine.lifetime.Fitting;
import org.clientele.engine.lifetime.GammaGamma;
import org.clientele.engine.lifetime.GammaGammaFit;
import org.clientele.engine.lifetime.PurchaseFit;
import org.clientele.engine.lifetime.PurchaseHistories;
import org.clientele.engine.lifetime.PurchaseModel;
import org.clientele.plugins.api.ModelDefinition;
import org.jspecify.annotations.Nullable;

/**
 * What a lifetime value was fitted to, and the parameters found. Immutable; holds none of the customers.
 *
 * @param model the model it was fitted for; its horizon and borders may have changed since
 * @param asOf the day whose histories were fitted to
 * @param fingerprint stands for those histories
 * @param purchases how customers buy and leave, or why that cannot be said
 * @param spending what they spend on a day of buying, or why that cannot be said
 */
public record ClvTraining(
        ModelDefinition.Clv model,
        LocalDate asOf,
        long fingerprint,
        Fitting<PurchaseModel> purchases,
        Fitting<GammaGamma> spending) {
    /** Fits, or takes over what was fitted before. */
    static ClvTraining of(
            ModelDefinition.Clv model, LocalDate asOf, PurchaseHistories histories, @Nullable ClvTraining before) {
        long fingerprint = histories.fingerprint();
        return before != null && before.fingerprint() == fingerprint
                ? before
                : new ClvTraining(
                        model, asOf, fingerprint, fit(model.purchases(), histories), GammaGammaFit.fit(histories));
    }

    static Fitting<PurchaseModel> fit(ModelDefinition.Clv.Purchases kind, PurchaseHistories histories) {
        return switch (kind) {
            case BG_NBD -> PurchaseFit.bgNbd(histories);
            case PARETO_NBD -> PurchaseFit.paretoNbd(histories);
        };
    }

    /** Whether two models differ at most in how far they look ahead and in what they make of the value. */
    static boolean fitsAlike(ModelDefinition.Clv one, ModelDefinition.Clv other) {
        return one.activity().equals(other.activity())
                && Objects.equals(one.where(), other.where())
                && one.purchases() == other.purchases();
    }

    /** Why there are no values; null when there are. */
    public Fitting.@Nullable Refused<?> refusal() {
        if (purchases instanceof Fitting.Refused<?> refused) {
            return refused;
        }
        return spending instanceof Fitting.Refused<?> refused ? refused : null;
    }
}
