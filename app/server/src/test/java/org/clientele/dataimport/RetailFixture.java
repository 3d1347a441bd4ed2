package org.clientele.dataimport;

import java.util.List;
import org.clientele.plugin.VerticalFixture;
import org.clientele.plugins.api.ActivityDefinition;
import org.clientele.plugins.api.FieldType;
import org.clientele.plugins.api.ImportPreset;
import org.clientele.plugins.api.ImportPreset.Column;
import org.clientele.plugins.api.ImportPreset.Duplicates;
import org.clientele.plugins.api.ImportPreset.Transform;
import org.clientele.plugins.api.Layer;
import org.clientele.plugins.api.VerticalDefinition;

/** A vertical like retail, with presets for the public data sets. */
public final class RetailFixture {
    public static final ImportPreset CDNOW = new ImportPreset(
            "cdnow",
            "purchase",
            "USD",
            List.of("customer_id", "date", "number_of_cds", "dollar_value"),
            true,
            "yyyyMMdd",
            List.of(
                    plain("customer", "customer_id"),
                    plain("time", "date"),
                    plain("quantity", "number_of_cds"),
                    plain("amount", "dollar_value")),
            Duplicates.KEEP);

    public static final ImportPreset CDNOW_SAMPLE = new ImportPreset(
            "cdnow-sample",
            "purchase",
            "USD",
            List.of("master_id", "customer_id", "date", "number_of_cds", "dollar_value"),
            false,
            "yyyyMMdd",
            CDNOW.columns(),
            Duplicates.KEEP);

    public static final ImportPreset ONLINE_RETAIL = new ImportPreset(
            "online-retail",
            "purchase",
            "GBP",
            List.of(
                    "InvoiceNo",
                    "StockCode",
                    "Description",
                    "Quantity",
                    "InvoiceDate",
                    "UnitPrice",
                    "CustomerID",
                    "Country"),
            true,
            "yyyy-MM-dd HH:mm:ss",
            List.of(
                    new Column("customer", List.of("CustomerID"), Transform.STRIP_FRACTION, null),
                    plain("time", "InvoiceDate"),
                    plain("invoice", "InvoiceNo"),
                    plain("stock_code", "StockCode"),
                    plain("product", "Description"),
                    plain("quantity", "Quantity"),
                    plain("unit_price", "UnitPrice"),
                    new Column("amount", List.of("Quantity", "UnitPrice"), Transform.MULTIPLY, null),
                    new Column("returned", List.of("InvoiceNo"), Transform.STARTS_WITH, "C"),
                    plain("country", "Country")),
            Duplicates.KEEP);

    private RetailFixture() {}

    public static VerticalDefinition definition() {
        return new VerticalDefinition(
                "retail",
                "shopping-bag",
                "USD",
                "purchase",
                "monetary",
                List.of(
                        VerticalFixture.attribute("country", FieldType.TEXT, Layer.BASIC),
                        VerticalFixture.attribute("gender", FieldType.CHOICE, Layer.BASIC, "female", "male"),
                        VerticalFixture.attribute("birthday", FieldType.DATE, Layer.BASIC),
                        VerticalFixture.attribute("children", FieldType.INTEGER, Layer.NEEDS),
                        VerticalFixture.attribute("satisfaction", FieldType.DECIMAL, Layer.NEEDS),
                        VerticalFixture.attribute("credit_limit", FieldType.MONEY, Layer.VALUE),
                        VerticalFixture.attribute("newsletter", FieldType.BOOLEAN, Layer.BEHAVIOUR)),
                List.of(new ActivityDefinition(
                        "purchase",
                        "shopping-bag",
                        List.of(
                                VerticalFixture.field("amount", FieldType.MONEY),
                                VerticalFixture.field("invoice", FieldType.TEXT),
                                VerticalFixture.field("stock_code", FieldType.TEXT),
                                VerticalFixture.field("product", FieldType.TEXT),
                                VerticalFixture.field("quantity", FieldType.INTEGER),
                                VerticalFixture.field("unit_price", FieldType.MONEY),
                                VerticalFixture.field("returned", FieldType.BOOLEAN)),
                        "amount",
                        "invoice",
                        "product")),
                List.of(),
                List.of(),
                List.of(),
                List.of(CDNOW, CDNOW_SAMPLE, ONLINE_RETAIL),
                List.of(),
                null);
    }

    static Column plain(String target, String column) {
        return new Column(target, List.of(column), Transform.NONE, null);
    }
}
