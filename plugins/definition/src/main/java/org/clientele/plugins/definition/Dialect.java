package org.clientele.plugins.definition;

import static dev.cel.common.CelFunctionDecl.newFunctionDeclaration;
import static dev.cel.common.CelOverloadDecl.newGlobalOverload;
import static dev.cel.common.CelOverloadDecl.newMemberOverload;
import static dev.cel.common.types.SimpleType.BOOL;
import static dev.cel.common.types.SimpleType.DOUBLE;
import static dev.cel.common.types.SimpleType.INT;
import static dev.cel.common.types.SimpleType.STRING;
import static dev.cel.common.types.SimpleType.TIMESTAMP;

import dev.cel.common.CelFunctionDecl;
import dev.cel.common.CelOptions;
import dev.cel.common.CelOverloadDecl;
import dev.cel.common.types.CelType;
import dev.cel.common.types.ListType;
import dev.cel.common.types.OpaqueType;
import dev.cel.compiler.CelCompiler;
import dev.cel.compiler.CelCompilerBuilder;
import dev.cel.compiler.CelCompilerFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The functions of the condition language, each declared here: CEL's standard library is switched off, so that what can be
 * written is exactly what the column evaluator computes. Unlike in standard CEL whole and fractional numbers mix freely and a
 * division always yields a fraction, because a consultant who writes {@code returns / purchases} means a share.
 */
final class Dialect {
    static final String MISSING = "missing";
    static final String DATE = "date";
    static final String DAYS_UNTIL = "days_until";
    static final String IN_DAYS = "in_days";
    static final String IN_MONTHS = "in_months";
    static final String COUNT = "count";
    static final String SUM = "sum";
    static final String CHANGED = "changed";
    static final String CHANGED_FROM = "changed_from";
    static final String CHANGED_TO = "changed_to";
    static final String DAYS_IN = "days_in";

    /** The type of an activity's id, which is good for nothing but counting. */
    static final CelType ACTIVITY = OpaqueType.create("activity");

    private static final List<CelType> NUMBERS = List.of(INT, DOUBLE);

    private Dialect() {}

    static CelCompiler compiler(Map<String, Scope.Variable> variables, Set<String> activities, Set<String> histories) {
        CelOptions options = CelOptions.current()
                .maxExpressionCodePointSize(ConditionLanguage.MAX_LENGTH)
                .maxParseRecursionDepth(ConditionLanguage.MAX_DEPTH)
                .maxParseErrorRecoveryLimit(10)
                .enableHeterogeneousNumericComparisons(true)
                .build();
        CelCompilerBuilder builder = CelCompilerFactory.standardCelCompilerBuilder()
                .setOptions(options)
                .setStandardEnvironmentEnabled(false)
                .addFunctionDeclarations(functions());
        variables.forEach(
                (name, variable) -> builder.addVar(name, variable.kind().type()));
        if (!activities.isEmpty()) {
            builder.addFunctionDeclarations(activityFunctions());
        }
        if (!histories.isEmpty()) {
            builder.addFunctionDeclarations(historyFunctions());
        }
        activities.forEach(activity -> builder.addVar(activity, ACTIVITY));
        return builder.build();
    }

    private static List<CelFunctionDecl> functions() {
        List<CelFunctionDecl> functions = new ArrayList<>();
        functions.add(newFunctionDeclaration("_&&_", newGlobalOverload("and", BOOL, BOOL, BOOL)));
        functions.add(newFunctionDeclaration("_||_", newGlobalOverload("or", BOOL, BOOL, BOOL)));
        functions.add(newFunctionDeclaration("!_", newGlobalOverload("not", BOOL, BOOL)));
        functions.add(newFunctionDeclaration("_?_:_", conditional()));
        functions.add(comparison("_==_", "equal", List.of(STRING, BOOL, TIMESTAMP)));
        functions.add(comparison("_!=_", "not_equal", List.of(STRING, BOOL, TIMESTAMP)));
        functions.add(comparison("_<_", "less", List.of(TIMESTAMP)));
        functions.add(comparison("_<=_", "less_or_equal", List.of(TIMESTAMP)));
        functions.add(comparison("_>_", "greater", List.of(TIMESTAMP)));
        functions.add(comparison("_>=_", "greater_or_equal", List.of(TIMESTAMP)));
        functions.add(newFunctionDeclaration("_+_", arithmetic("add", false)));
        functions.add(newFunctionDeclaration("_-_", arithmetic("subtract", false)));
        functions.add(newFunctionDeclaration("_*_", arithmetic("multiply", false)));
        functions.add(newFunctionDeclaration("_/_", arithmetic("divide", true)));
        functions.add(newFunctionDeclaration(
                "-_", newGlobalOverload("negate_int", INT, INT), newGlobalOverload("negate_double", DOUBLE, DOUBLE)));
        functions.add(newFunctionDeclaration("@in", membership()));
        functions.add(textTest("startsWith", "starts_with"));
        functions.add(textTest("endsWith", "ends_with"));
        functions.add(textTest("contains", "contains"));
        functions.add(newFunctionDeclaration(DATE, newGlobalOverload("date_string", TIMESTAMP, STRING)));
        functions.add(newFunctionDeclaration(MISSING, missing()));
        functions.add(newFunctionDeclaration(DAYS_UNTIL, newGlobalOverload("days_until_date", INT, TIMESTAMP)));
        functions.add(newFunctionDeclaration(IN_DAYS, newGlobalOverload("in_days_int", TIMESTAMP, INT)));
        functions.add(newFunctionDeclaration(IN_MONTHS, newGlobalOverload("in_months_int", TIMESTAMP, INT)));
        return functions;
    }

    private static List<CelFunctionDecl> activityFunctions() {
        List<CelOverloadDecl> sums = new ArrayList<>();
        NUMBERS.forEach(type -> sums.addAll(windowed("sum_" + name(type), type, type)));
        return List.of(
                newFunctionDeclaration(COUNT, windowed("count_rows", INT, ACTIVITY)),
                newFunctionDeclaration(SUM, sums));
    }

    private static List<CelFunctionDecl> historyFunctions() {
        return List.of(
                newFunctionDeclaration(
                        CHANGED,
                        newGlobalOverload("changed_days", BOOL, STRING, INT),
                        newGlobalOverload("changed_from_to_days", BOOL, STRING, STRING, STRING, INT),
                        newGlobalOverload("changed_flag_days", BOOL, BOOL, INT),
                        newGlobalOverload("changed_flag_from_to_days", BOOL, BOOL, BOOL, BOOL, INT)),
                newFunctionDeclaration(
                        CHANGED_FROM,
                        newGlobalOverload("changed_from_days", BOOL, STRING, STRING, INT),
                        newGlobalOverload("changed_flag_from_days", BOOL, BOOL, BOOL, INT)),
                newFunctionDeclaration(
                        CHANGED_TO,
                        newGlobalOverload("changed_to_days", BOOL, STRING, STRING, INT),
                        newGlobalOverload("changed_flag_to_days", BOOL, BOOL, BOOL, INT)),
                newFunctionDeclaration(DAYS_IN, newGlobalOverload("days_in_text", INT, STRING)));
    }

    /** Of all rows, of those of the last days, of those among them that meet a condition. */
    private static List<CelOverloadDecl> windowed(String id, CelType result, CelType subject) {
        return List.of(
                newGlobalOverload(id, result, subject),
                newGlobalOverload(id + "_days", result, subject, INT),
                newGlobalOverload(id + "_days_where", result, subject, INT, BOOL));
    }

    private static List<CelOverloadDecl> conditional() {
        List<CelOverloadDecl> overloads = new ArrayList<>();
        for (CelType type : List.of(STRING, BOOL, TIMESTAMP)) {
            overloads.add(newGlobalOverload("conditional_" + name(type), type, BOOL, type, type));
        }
        for (CelType left : NUMBERS) {
            for (CelType right : NUMBERS) {
                overloads.add(newGlobalOverload(
                        "conditional_" + name(left) + "_" + name(right), wider(left, right), BOOL, left, right));
            }
        }
        return overloads;
    }

    private static CelFunctionDecl comparison(String operator, String id, List<CelType> sameTypes) {
        List<CelOverloadDecl> overloads = new ArrayList<>();
        sameTypes.forEach(type -> overloads.add(newGlobalOverload(id + "_" + name(type), BOOL, type, type)));
        for (CelType left : NUMBERS) {
            for (CelType right : NUMBERS) {
                overloads.add(newGlobalOverload(id + "_" + name(left) + "_" + name(right), BOOL, left, right));
            }
        }
        return newFunctionDeclaration(operator, overloads);
    }

    private static List<CelOverloadDecl> arithmetic(String id, boolean alwaysFraction) {
        List<CelOverloadDecl> overloads = new ArrayList<>();
        for (CelType left : NUMBERS) {
            for (CelType right : NUMBERS) {
                CelType result = alwaysFraction ? DOUBLE : wider(left, right);
                overloads.add(newGlobalOverload(id + "_" + name(left) + "_" + name(right), result, left, right));
            }
        }
        return overloads;
    }

    private static List<CelOverloadDecl> membership() {
        List<CelOverloadDecl> overloads = new ArrayList<>();
        for (CelType type : List.of(STRING, TIMESTAMP)) {
            overloads.add(newGlobalOverload("in_" + name(type), BOOL, type, ListType.create(type)));
        }
        for (CelType left : NUMBERS) {
            for (CelType right : NUMBERS) {
                overloads.add(
                        newGlobalOverload("in_" + name(left) + "_" + name(right), BOOL, left, ListType.create(right)));
            }
        }
        return overloads;
    }

    private static List<CelOverloadDecl> missing() {
        List<CelOverloadDecl> overloads = new ArrayList<>();
        for (ValueKind kind : ValueKind.values()) {
            overloads.add(newGlobalOverload("missing_" + name(kind.type()), BOOL, kind.type()));
        }
        return overloads;
    }

    private static CelFunctionDecl textTest(String function, String id) {
        return newFunctionDeclaration(function, newMemberOverload(id, BOOL, STRING, STRING));
    }

    private static CelType wider(CelType left, CelType right) {
        return left.equals(INT) && right.equals(INT) ? INT : DOUBLE;
    }

    private static String name(CelType type) {
        return type.equals(TIMESTAMP) ? "date" : type.name();
    }
}
