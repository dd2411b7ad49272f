using LiaisonBot.Counting;

// LiaisonBot.Counting <examples.tsv> <file>: a step of the build of LiaisonBot.Conversation.
var (from, to) = (args[0], args[1]);
using var counted = new MemoryStream();
CountedExamples.Write(File.ReadLines(from), counted);
File.WriteAllBytes(to, counted.ToArray());
