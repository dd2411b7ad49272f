using NodaTime;

namespace LiaisonBot.Core.Calendar;

/// <summary>By when something must be achieved: the end of that day in Beijing.</summary>
/// <param name="Provisional">Working days of a year whose notice is not known were counted: the notice may move the
/// date.</param>
public readonly record struct DueDate(LocalDate Date, bool Provisional);
