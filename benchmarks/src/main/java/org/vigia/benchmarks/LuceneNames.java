package org.vigia.benchmarks;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.apache.lucene.analysis.standard.StandardAnalyzer;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.StoredFields;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.FuzzyQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.spell.JaroWinklerDistance;
import org.apache.lucene.store.ByteBuffersDirectory;

/** The usual way: candidates by a fuzzy query of each word in Lucene, then the sorted words under Jaro-Winkler. */
final class LuceneNames implements AutoCloseable {

    private static final String NAME = "name";
    private static final int CANDIDATES = 50;
    private static final int MOST_WORDS = 24;
    private static final int LONG_WORD = 6;

    private final ByteBuffersDirectory directory = new ByteBuffersDirectory();
    private final DirectoryReader reader;
    private final IndexSearcher searcher;
    private final JaroWinklerDistance jaroWinkler = new JaroWinklerDistance();

    LuceneNames(List<String> names) throws IOException {
        try (IndexWriter writer = new IndexWriter(directory, new IndexWriterConfig(new StandardAnalyzer()))) {
            for (String name : names) {
                Document document = new Document();
                document.add(new TextField(NAME, name, Field.Store.NO));
                document.add(new StoredField("sorted", sorted(name)));
                writer.addDocument(document);
            }
            writer.forceMerge(1);
        }
        reader = DirectoryReader.open(directory);
        searcher = new IndexSearcher(reader);
    }

    /** The greatest likeness of any candidate, 0 if there is none. */
    double best(String name) throws IOException {
        BooleanQuery.Builder words = new BooleanQuery.Builder();
        Arrays.stream(words(name)).distinct().limit(MOST_WORDS).forEach(word -> {
            int edits = word.length() >= LONG_WORD ? 2 : 1;
            words.add(new FuzzyQuery(new Term(NAME, word), edits), BooleanClause.Occur.SHOULD);
        });
        String sorted = sorted(name);
        StoredFields fields = searcher.storedFields();
        double best = 0;
        for (ScoreDoc candidate : searcher.search(words.build(), CANDIDATES).scoreDocs) {
            String other = fields.document(candidate.doc).get("sorted");
            best = Math.max(best, jaroWinkler.getDistance(sorted, other));
        }
        return best;
    }

    private static String[] words(String name) {
        return name.toLowerCase(Locale.ROOT).strip().split("[^\\p{L}\\p{N}]+", -1);
    }

    private static String sorted(String name) {
        String[] words = words(name);
        Arrays.sort(words);
        return String.join(" ", words);
    }

    @Override
    public void close() throws IOException {
        reader.close();
        directory.close();
    }
}
