package org.clientele.engine.lifetime;

import java.util.List;
import org.clientele.engine.numeric.Gammas;

/**
 * What a customer spends on a day of buying: amounts vary around a mean of the customer's own (gamma), and means vary over customers (gamma of
 * their inverse scale). How much somebody spends must not depend on how often; {@link GammaGammaFit} reports the correlation.
 *
 * <p>Source: Fader, Hardie, Lee (2005), RFM and CLV: Using Iso-Value Curves, Journal of Marketing Research 42(4) 415–430; Fader and Hardie (2013),
 * The Gamma-Gamma Model of Monetary Value. Immutable.
 *
 * @param p shape of amounts
 * @param q shape of the inverse scales; the mean exists for q above 1 only
 * @param gamma scale of the inverse scales, money
 */
public record GammaGamma(double p, double q, double gamma) {
    private static final List<String> NAMES = List.of("p", "q", "gamma");

    /** The names of the parameters, as in the papers. */
    public List<String> names() {
        return NAMES;
    }

    /** The parameters, in the order of {@link #names}. */
    public double[] parameters() {
        return new double[] {p, q, gamma};
    }

    /** The same model with other parameters. */
    public GammaGamma with(double[] parameters) {
        return new GammaGamma(parameters[0], parameters[1], parameters[2]);
    }

    /**
     * The log-likelihood of a mean over some repeat purchases.
     *
     * @param purchases above 0
     * @param mean above 0
     */
    public double logLikelihood(int purchases, double mean) {
        double shape = p * purchases;
        return Gammas.log(shape + q)
                - Gammas.log(shape)
                - Gammas.log(q)
                + q * Math.log(gamma)
                + (shape - 1) * Math.log(mean)
                + shape * Math.log(purchases)
                - (shape + q) * Math.log(gamma + purchases * mean);
    }

    /**
     * What the customer is expected to spend on a further day of buying.
     *
     * @param purchases repeat purchases so far; 0 gives the mean of all customers
     * @param mean their mean; not read without purchases
     * @return infinite when p·purchases + q is not above 1: the tail is too heavy for a mean
     */
    public double expected(int purchases, double mean) {
        double above = p * purchases + q - 1;
        double spent = purchases == 0 ? 0 : purchases * mean;
        return above > 0 ? p * (gamma + spent) / above : Double.POSITIVE_INFINITY;
    }

    /**
     * The probability that some further purchases of this customer come to at most a sum.
     *
     * @param further how many, above 0
     * @param sum at least 0
     */
    public double atMost(int purchases, double mean, int further, double sum) {
        double scale = gamma + (purchases == 0 ? 0 : purchases * mean);
        return Gammas.incompleteBeta(sum / (sum + scale), p * further, p * purchases + q);
    }
}
