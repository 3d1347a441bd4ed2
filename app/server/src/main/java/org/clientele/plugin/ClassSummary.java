package org.clientele.plugin;

import java.lang.classfile.Annotation;
import java.lang.classfile.AnnotationElement;
import java.lang.classfile.AnnotationValue;
import java.lang.classfile.Attributes;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.MethodModel;
import java.lang.classfile.constantpool.ClassEntry;
import java.lang.classfile.constantpool.MemberRefEntry;
import java.lang.classfile.constantpool.PoolEntry;
import java.lang.reflect.AccessFlag;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a class file says of itself, read without loading it. Names are those of the Java language ({@code com.example.Hotel$Room}).
 *
 * @param parent the superclass; null for {@code java.lang.Object} itself
 * @param isNative whether a method is native
 * @param isMakeable whether it is public and has a public constructor without parameters
 * @param annotations types of the annotations on the class, its methods and its fields
 * @param uses every class that its code names
 * @param calls the methods that its code names
 */
record ClassSummary(
        String name,
        @Nullable String parent,
        List<String> interfaces,
        boolean isNative,
        boolean isMakeable,
        Set<String> annotations,
        Set<String> uses,
        List<Call> calls) {

    /**
     * A method that a class names.
     *
     * @param descriptor parameters and result as in the class file
     */
    record Call(String owner, String method, String descriptor) {}

    /** What is needed of it once its code is judged, so that thousands of classes take little room. */
    ClassSummary judged() {
        return new ClassSummary(name, parent, interfaces, isNative, isMakeable, Set.of(), Set.of(), List.of());
    }

    /** @throws RefusedProblem when it is no class file, or one for another Java */
    static ClassSummary read(String entry, byte[] bytes) {
        try {
            ClassModel model = ClassFile.of().parse(bytes);
            if (model.majorVersion() > ClassFile.latestMajorVersion() || model.isModuleInfo()) {
                throw new RefusedProblem("class-unreadable", entry);
            }
            return of(model);
        } catch (IllegalArgumentException | IndexOutOfBoundsException | StackOverflowError failure) {
            // What the JDK throws at bytes that are no class, or nest without end.
            throw new RefusedProblem("class-unreadable", entry);
        }
    }

    private static ClassSummary of(ClassModel model) {
        Set<String> uses = new HashSet<>();
        List<Call> calls = new ArrayList<>();
        for (PoolEntry entry : model.constantPool()) {
            switch (entry) {
                case ClassEntry type -> addElement(type.asInternalName(), uses);
                case MemberRefEntry member -> calls.add(call(member));
                default -> {} // texts, numbers and names
            }
        }
        return new ClassSummary(
                javaName(model.thisClass().asInternalName()),
                model.superclass().map(type -> javaName(type.asInternalName())).orElse(null),
                model.interfaces().stream()
                        .map(type -> javaName(type.asInternalName()))
                        .toList(),
                model.methods().stream().anyMatch(method -> method.flags().has(AccessFlag.NATIVE)),
                isMakeable(model),
                annotations(model),
                uses,
                calls);
    }

    private static Call call(MemberRefEntry member) {
        return new Call(
                javaName(member.owner().asInternalName()),
                member.name().stringValue(),
                member.type().stringValue());
    }

    private static boolean isMakeable(ClassModel model) {
        boolean usable = model.flags().has(AccessFlag.PUBLIC) && !model.flags().has(AccessFlag.ABSTRACT);
        return usable && model.methods().stream().anyMatch(ClassSummary::isPlainConstructor);
    }

    private static boolean isPlainConstructor(MethodModel method) {
        return method.methodName().equalsString("<init>")
                && method.methodType().equalsString("()V")
                && method.flags().has(AccessFlag.PUBLIC);
    }

    private static Set<String> annotations(ClassModel model) {
        Set<String> types = new HashSet<>();
        annotated(model).forEach(annotation -> addAnnotation(annotation, types));
        return types;
    }

    private static Stream<Annotation> annotated(ClassModel model) {
        var onClass = model.findAttribute(Attributes.runtimeVisibleAnnotations()).stream();
        var onMethods = model.methods().stream()
                .flatMap(method -> method.findAttribute(Attributes.runtimeVisibleAnnotations()).stream());
        var onFields = model.fields().stream()
                .flatMap(field -> field.findAttribute(Attributes.runtimeVisibleAnnotations()).stream());
        return Stream.of(onClass, onMethods, onFields)
                .flatMap(found -> found)
                .flatMap(attribute -> attribute.annotations().stream());
    }

    private static void addAnnotation(Annotation annotation, Set<String> types) {
        String descriptor = annotation.className().stringValue();
        types.add(javaName(descriptor.substring(1, descriptor.length() - 1)));
        for (AnnotationElement element : annotation.elements()) {
            addNested(element.value(), types);
        }
    }

    private static void addNested(AnnotationValue value, Set<String> types) {
        switch (value) {
            case AnnotationValue.OfAnnotation nested -> addAnnotation(nested.annotation(), types);
            case AnnotationValue.OfArray array -> array.values().forEach(item -> addNested(item, types));
            default -> {} // numbers, texts, classes
        }
    }

    /** The class itself, or what an array of it holds. */
    private static void addElement(String internalName, Set<String> names) {
        String element = internalName.replaceFirst("^\\[+", "");
        boolean isArray = element.length() < internalName.length();
        if (!isArray) {
            names.add(javaName(element));
        } else if (element.startsWith("L")) {
            names.add(javaName(element.substring(1, element.length() - 1)));
        }
    }

    private static String javaName(String internalName) {
        return internalName.replace('/', '.');
    }
}
