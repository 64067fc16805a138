//! A layer of the network: integer weights, and the scale that its input is brought to.

use super::file::{File, Opened};
use super::kernel::{Finish, PANEL, Panels, multiply, quantise};

/// A layer.
pub(crate) struct Dense {
    panels: Panels<'static>,
    /// What the input is multiplied with before it is rounded to integers.
    scale: f32,
}

impl Dense {
    /// Reads the layer `name`, which takes `inputs` values and has `columns` or a few more columns.
    pub fn open(file: &File, name: &str, inputs: usize, columns: usize) -> Opened<Self> {
        let columns = columns.next_multiple_of(PANEL);
        let section = |part: &str| format!("{name}.{part}");
        let panels = Panels {
            weights: file.exactly(&section("weights"), inputs * columns)?,
            undo: file.exactly(&section("undo"), columns)?,
            bias: file.exactly(&section("bias"), columns)?,
            inputs,
        };
        Ok(Dense {
            panels,
            scale: file.value(&section("scale"))?,
        })
    }

    /// Values in a row of the result of [`Dense::apply`].
    pub fn columns(&self) -> usize {
        self.panels.undo.len()
    }

    /// Integers as this layer takes them.
    pub fn quantise(&self, values: &[f32], out: &mut Vec<i16>) {
        quantise(values, self.scale, out);
    }

    /// The layer over the rows of `input` that start at the given offsets.
    pub fn apply(&self, input: &[i16], rows: &[u32], out: &mut Vec<f32>) {
        out.resize(rows.len() * self.columns(), 0.0);
        multiply(self.panels, input, rows, Finish::Columns, out);
    }

    /// The same with the greatest of three columns as a value.
    pub fn apply_maxout(&self, input: &[i16], rows: &[u32], out: &mut Vec<f32>) {
        out.resize(rows.len() * self.columns() / 3, 0.0);
        multiply(self.panels, input, rows, Finish::Maxout, out);
    }
}
