package org.clientele.dataimport.sample;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Properties;

/** Names, places and goods that generated customers are made of. */
final class SampleWords {
    /** A surname or a given name in both scripts. */
    record Name(String chinese, String latin) {}

    /** @param region the id of the region in verticals that know one */
    record City(String name, String region, String province) {}

    /** @param level price as a multiple of the average */
    record Product(String category, String number, String name, double level) {}

    final List<Name> surnames;
    final List<Name> givenNames;
    final List<String> foreignSurnames;
    final List<String> foreignGivenNames;
    final List<City> cities;
    final List<String> districts;
    final List<String> occupations;
    final List<Product> products;
    final List<String> streets;
    final List<String> companies;
    final List<String> trades;
    final List<String> companyForms;
    final List<String> chineseCompanies;
    final List<String> chineseTrades;
    final List<String> chineseCompanyForms;

    SampleWords() {
        Properties words = load();
        surnames = names(words, "surnames");
        givenNames = names(words, "given-names");
        foreignSurnames = texts(words, "foreign-surnames");
        foreignGivenNames = texts(words, "foreign-given-names");
        occupations = texts(words, "occupations");
        cities = parts(words, "cities").stream()
                .map(part -> new City(part[0], part[1], part[2]))
                .toList();
        districts = texts(words, "districts");
        products = parts(words, "products").stream()
                .map(part -> new Product(part[0], part[1], part[2], Double.parseDouble(part[3])))
                .toList();
        streets = texts(words, "streets");
        companies = texts(words, "companies");
        trades = texts(words, "trades");
        companyForms = texts(words, "company-forms");
        chineseCompanies = texts(words, "chinese-companies");
        chineseTrades = texts(words, "chinese-trades");
        chineseCompanyForms = texts(words, "chinese-company-forms");
    }

    /** A Chinese name in both scripts. */
    String person(SampleRandom random) {
        Name surname = random.pickSkewed(surnames);
        Name given = random.pick(givenNames);
        return surname.chinese() + given.chinese() + " " + surname.latin() + " " + given.latin();
    }

    String foreigner(SampleRandom random) {
        return random.pick(foreignGivenNames) + " " + random.pick(foreignSurnames);
    }

    private static List<Name> names(Properties words, String key) {
        return parts(words, key).stream()
                .map(part -> new Name(part[0], part[1]))
                .toList();
    }

    private static List<String[]> parts(Properties words, String key) {
        return texts(words, key).stream().map(text -> text.split("\\|")).toList();
    }

    private static List<String> texts(Properties words, String key) {
        return Arrays.stream(words.getProperty(key).split(";"))
                .map(String::strip)
                .toList();
    }

    private static Properties load() {
        Properties words = new Properties();
        try (InputStream file = SampleWords.class.getResourceAsStream("sample-words.properties")) {
            words.load(new InputStreamReader(file, StandardCharsets.UTF_8));
        } catch (IOException failure) {
            throw new UncheckedIOException("sample-words.properties cannot be read from the portal's own jar", failure);
        }
        return words;
    }
}
