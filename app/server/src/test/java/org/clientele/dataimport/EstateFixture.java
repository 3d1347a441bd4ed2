package org.clientele.dataimport;

import java.util.ArrayList;
import java.util.List;
import org.clientele.plugin.DefinitionBuilder;
import org.clientele.plugin.VerticalFixture;
import org.clientele.plugins.api.ActivityDefinition;
import org.clientele.plugins.api.ActivityDefinition.ActivityField;
import org.clientele.plugins.api.AttributeDefinition;
import org.clientele.plugins.api.FieldType;
import org.clientele.plugins.api.ImportPreset;
import org.clientele.plugins.api.ImportPreset.Column;
import org.clientele.plugins.api.ImportPreset.Duplicates;
import org.clientele.plugins.api.Layer;
import org.clientele.plugins.api.ReferenceDefinition;
import org.clientele.plugins.api.VerticalDefinition;
import org.jspecify.annotations.Nullable;

/** A vertical whose leads and sales point to properties and agents, with presets for the five public files. */
final class EstateFixture {
    private EstateFixture() {}

    static VerticalDefinition definition() {
        VerticalDefinition base = new VerticalDefinition(
                "realestate",
                "house",
                "AED",
                "sale",
                "revenue",
                List.of(
                        attribute("type", null),
                        attribute("nationality", null),
                        attribute("place", null),
                        VerticalFixture.attribute("budget", FieldType.MONEY, Layer.NEEDS),
                        VerticalFixture.attribute("lead_date", FieldType.DATE, Layer.BASIC),
                        VerticalFixture.attribute("negotiated", FieldType.DATE, Layer.BASIC),
                        attribute("status", null),
                        attribute("property", "property"),
                        attribute("agent", "agent")),
                List.of(new ActivityDefinition(
                        "sale",
                        "house",
                        List.of(
                                new ActivityField("number", FieldType.TEXT, List.of()),
                                new ActivityField("amount", FieldType.MONEY, List.of()),
                                new ActivityField("unit", FieldType.TEXT, List.of(), null, "property"),
                                new ActivityField("seller", FieldType.TEXT, List.of(), null, "agent")),
                        "amount",
                        "number",
                        "unit")),
                List.of(),
                List.of(),
                List.of(),
                presets(),
                List.of(),
                null);
        return DefinitionBuilder.like(base).references(PROPERTY, AGENT).build();
    }

    private static final ReferenceDefinition PROPERTY = new ReferenceDefinition(
            "property",
            "house",
            List.of(
                    new ActivityField("project", FieldType.TEXT, List.of()),
                    new ActivityField("location", FieldType.TEXT, List.of()),
                    new ActivityField("bedrooms", FieldType.INTEGER, List.of()),
                    new ActivityField("price", FieldType.MONEY, List.of())),
            "project",
            null);

    private static final ReferenceDefinition AGENT = new ReferenceDefinition(
            "agent",
            "user",
            List.of(
                    new ActivityField("name", FieldType.TEXT, List.of()),
                    new ActivityField("department", FieldType.TEXT, List.of())),
            "name",
            null);

    private static List<ImportPreset> presets() {
        return List.of(
                preset(
                        "leads",
                        "customer",
                        "customer=Customer_ID",
                        "lead_date=Lead_Date",
                        "negotiated=Negotiation_Date",
                        "status=Lead_Status",
                        "property=Property_ID",
                        "agent=Agent_ID"),
                preset(
                        "customers",
                        "customer",
                        "customer=Customer_ID",
                        "type=Customer_Type",
                        "nationality=Nationality",
                        "place=Preferred_Location",
                        "budget=Budget_AED"),
                preset(
                        "properties",
                        "property",
                        "key=Property_ID",
                        "project=Project_Name",
                        "location=Location",
                        "bedrooms=Bedrooms",
                        "price=Property_Price_AED"),
                preset("agents", "agent", "key=Agent_ID", "name=Agent_Name", "department=Agent_Department"),
                preset(
                        "sales",
                        "sale",
                        "customer=Customer_ID",
                        "time=Sale_Date",
                        "number=Sale_ID",
                        "amount=Sale_Value_AED",
                        "unit=Property_ID",
                        "seller=Agent_ID"));
    }

    /** @param columns target=column */
    private static ImportPreset preset(String id, String target, String... columns) {
        List<Column> mappings = new ArrayList<>();
        List<String> header = new ArrayList<>();
        for (String column : columns) {
            String[] parts = column.split("=");
            mappings.add(PresetFixture.plain(parts[0], parts[1]));
            header.add(parts[1]);
        }
        return new ImportPreset(id, target, "AED", header, true, null, mappings, Duplicates.KEEP);
    }

    private static AttributeDefinition attribute(String id, @Nullable String reference) {
        return new AttributeDefinition(id, FieldType.TEXT, Layer.BASIC, false, List.of(), null, reference, null);
    }
}
