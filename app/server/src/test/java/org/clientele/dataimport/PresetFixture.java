package org.clientele.dataimport;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.clientele.plugin.VerticalFixture;
import org.clientele.plugins.api.ActivityDefinition;
import org.clientele.plugins.api.AttributeDefinition;
import org.clientele.plugins.api.FieldType;
import org.clientele.plugins.api.ImportPreset;
import org.clientele.plugins.api.ImportPreset.Column;
import org.clientele.plugins.api.ImportPreset.Duplicates;
import org.clientele.plugins.api.ImportPreset.Transform;
import org.clientele.plugins.api.Layer;
import org.clientele.plugins.api.VerticalDefinition;

/** Verticals whose customers come from one file with many columns, some of them written in the file's own way. */
final class PresetFixture {
    static final List<String> SERVICES = List.of(
            "OnlineSecurity", "OnlineBackup", "DeviceProtection", "TechSupport", "StreamingTV", "StreamingMovies");

    private PresetFixture() {}

    static VerticalDefinition telecom() {
        List<AttributeDefinition> attributes = new ArrayList<>(List.of(
                attribute("gender", FieldType.CHOICE, "female", "male"),
                attribute("senior", FieldType.BOOLEAN),
                attribute("tenure", FieldType.INTEGER),
                attribute("internet", FieldType.CHOICE, "dsl", "fibre", "none"),
                attribute("lines", FieldType.CHOICE, "one", "several", "none"),
                attribute("contract", FieldType.CHOICE, "monthly", "one_year", "two_years"),
                attribute("monthly", FieldType.MONEY),
                attribute("total", FieldType.MONEY),
                attribute("churned", FieldType.BOOLEAN)));
        List<Column> columns = new ArrayList<>(List.of(
                plain("customer", "customerID"),
                plain("gender", "gender"),
                plain("senior", "SeniorCitizen"),
                plain("tenure", "tenure"),
                valued("internet", "InternetService", Map.of("DSL", "dsl", "Fiber optic", "fibre", "No", "none")),
                valued("lines", "MultipleLines", Map.of("Yes", "several", "No", "one", "No phone service", "none")),
                valued(
                        "contract",
                        "Contract",
                        Map.of("Month-to-month", "monthly", "One year", "one_year", "Two year", "two_years")),
                plain("monthly", "MonthlyCharges"),
                plain("total", "TotalCharges"),
                plain("churned", "Churn")));
        for (String service : SERVICES) {
            attributes.add(attribute(id(service), FieldType.BOOLEAN));
            columns.add(valued(id(service), service, Map.of("No internet service", "false")));
        }
        return definition(
                "telecom",
                attributes,
                "telco-churn",
                List.of(
                        "customerID",
                        "gender",
                        "SeniorCitizen",
                        "tenure",
                        "InternetService",
                        "MultipleLines",
                        "Contract",
                        "MonthlyCharges",
                        "TotalCharges",
                        "Churn",
                        "OnlineSecurity",
                        "OnlineBackup",
                        "DeviceProtection",
                        "TechSupport",
                        "StreamingTV",
                        "StreamingMovies"),
                columns);
    }

    static VerticalDefinition utilities() {
        Map<String, FieldType> types = Map.ofEntries(
                Map.entry("cons_12m", FieldType.INTEGER),
                Map.entry("cons_gas_12m", FieldType.DECIMAL),
                Map.entry("date_activ", FieldType.DATE),
                Map.entry("date_end", FieldType.DATE),
                Map.entry("date_modif_prod", FieldType.DATE),
                Map.entry("date_renewal", FieldType.DATE),
                Map.entry("forecast_cons_12m", FieldType.DECIMAL),
                Map.entry("forecast_meter_rent_12m", FieldType.MONEY),
                Map.entry("forecast_price_energy_off_peak", FieldType.DECIMAL),
                Map.entry("has_gas", FieldType.BOOLEAN),
                Map.entry("imp_cons", FieldType.MONEY),
                Map.entry("margin_net_pow_ele", FieldType.DECIMAL),
                Map.entry("net_margin", FieldType.MONEY),
                Map.entry("nb_prod_act", FieldType.INTEGER),
                Map.entry("num_years_antig", FieldType.INTEGER),
                Map.entry("pow_max", FieldType.DECIMAL),
                Map.entry("churn", FieldType.BOOLEAN),
                Map.entry("channel_sales", FieldType.TEXT),
                Map.entry("origin_up", FieldType.TEXT));
        List<AttributeDefinition> attributes = new ArrayList<>();
        List<Column> columns = new ArrayList<>(List.of(plain("customer", "id")));
        List<String> header = new ArrayList<>(List.of("id"));
        types.keySet().stream().sorted().forEach(name -> {
            header.add(name);
            attributes.add(attribute(name, types.getOrDefault(name, FieldType.TEXT)));
            columns.add(new Column(name, List.of(name), Transform.NONE, null, Map.of(), List.of("MISSING")));
        });
        return definition("utilities", attributes, "powerco", header, columns);
    }

    private static VerticalDefinition definition(
            String id, List<AttributeDefinition> attributes, String preset, List<String> header, List<Column> columns) {
        return new VerticalDefinition(
                id,
                "zap",
                "USD",
                "bill",
                "paid",
                attributes,
                List.of(new ActivityDefinition(
                        "bill",
                        "zap",
                        List.of(VerticalFixture.field("amount", FieldType.MONEY)),
                        "amount",
                        null,
                        null)),
                List.of(),
                List.of(),
                List.of(),
                List.of(new ImportPreset(preset, "customer", "USD", header, true, null, columns, Duplicates.KEEP)),
                List.of(),
                null);
    }

    static String id(String column) {
        return column.toLowerCase(Locale.ROOT);
    }

    private static AttributeDefinition attribute(String id, FieldType type, String... values) {
        return VerticalFixture.attribute(id, type, Layer.BASIC, values);
    }

    static Column plain(String target, String column) {
        return new Column(target, List.of(column), Transform.NONE, null);
    }

    static Column valued(String target, String column, Map<String, String> values) {
        return new Column(target, List.of(column), Transform.NONE, null, values, List.of());
    }
}
