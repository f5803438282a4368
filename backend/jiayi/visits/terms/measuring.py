"""Values and what they ask for."""

from dataclasses import dataclass
from enum import StrEnum


class MeasurementKind(StrEnum):
    BLOOD_PRESSURE = "blood_pressure"
    GLUCOSE = "glucose"
    PULSE = "pulse"
    TEMPERATURE = "temperature"
    SPO2 = "spo2"
    WEIGHT = "weight"
    HEIGHT = "height"
    WAIST = "waist"


class Measure(StrEnum):
    """One number of a measurement; a blood pressure has two, a glucose is fasting or random."""

    SYSTOLIC = "systolic"
    DIASTOLIC = "diastolic"
    FASTING = "fasting"
    RANDOM = "random"
    PULSE = "pulse"
    TEMPERATURE = "temperature"
    SPO2 = "spo2"
    WEIGHT = "weight"
    HEIGHT = "height"
    WAIST = "waist"


class Unit(StrEnum):
    MMHG = "mmHg"
    MMOL_PER_L = "mmol/L"
    MG_PER_DL = "mg/dL"
    BPM = "bpm"
    CELSIUS = "celsius"
    PERCENT = "percent"
    KG = "kg"
    CM = "cm"


class Level(StrEnum):
    """What a value in a band of danger asks for: 120 or a referral at once, or stopping the procedure."""

    URGENT = "urgent"
    STOP = "stop"


@dataclass(frozen=True, slots=True)
class Remark:
    """A value that lies in a band of danger."""

    measure: Measure
    level: Level
